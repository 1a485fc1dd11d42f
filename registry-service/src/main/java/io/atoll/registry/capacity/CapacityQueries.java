package io.atoll.registry.capacity;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.CapacityView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.registry.capacity.TakenStore.Question;
import io.atoll.registry.runtime.RuntimeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is limited and what is taken, for the caller of the current request. */
@ApplicationScoped
class CapacityQueries {

    private final TakenStore store;
    private final RuntimeStore runtimes;
    private final Quotas quotas;
    private final CallerContext callers;

    CapacityQueries(TakenStore store, RuntimeStore runtimes, Quotas quotas, CallerContext callers) {
        this.store = store;
        this.runtimes = runtimes;
        this.quotas = quotas;
        this.callers = callers;
    }

    /**
     * @param environment whose quota is told too, where the caller may see all of it
     */
    Uni<CapacityView> capacity(@Nullable String environment) {
        Caller caller = callers.caller();
        String shown = environment != null && maySee(caller, environment) ? environment : null;
        return Panache.withSession(
                () ->
                        runtimes.last()
                                .chain(
                                        report ->
                                                store.sums(
                                                                Question.of(
                                                                        "",
                                                                        shown,
                                                                        caller.subject(),
                                                                        report))
                                                        .map(t -> view(t, shown, caller, report))));
    }

    private static boolean maySee(Caller caller, String environment) {
        return caller.may(Permission.CLUSTER_VIEW, new ClusterScope("", environment, Map.of()));
    }

    private CapacityView view(
            Taken taken,
            @Nullable String environment,
            Caller caller,
            Optional<RuntimesObserved> report) {
        GaugeFactory factory = new GaugeFactory(taken, null, null);
        List<Gauge> gauges = new ArrayList<>();
        report.ifPresent(found -> gauges.addAll(factory.machine(found)));
        gauges.addAll(factory.all(quotas.of(new Scope.All())));
        if (environment != null) {
            gauges.addAll(
                    factory.environment(
                            environment, quotas.of(new Scope.Environment(environment))));
        }
        String user = caller.subject();
        gauges.addAll(factory.user(user, quotas.of(new Scope.User(user))));
        return new CapacityView(
                gauges.stream().map(Gauge::view).toList(),
                gauges.stream().flatMap(gauge -> gauge.warning().stream()).toList());
    }
}
