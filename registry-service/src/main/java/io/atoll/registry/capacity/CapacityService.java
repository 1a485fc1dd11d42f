package io.atoll.registry.capacity;

import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.registry.capacity.TakenStore.Question;
import io.atoll.registry.runtime.RuntimeStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives or refuses room, inside the transaction of whoever takes it. */
@ApplicationScoped
public class CapacityService {

    private final TakenStore store;
    private final RuntimeStore runtimes;
    private final Quotas quotas;

    CapacityService(TakenStore store, RuntimeStore runtimes, Quotas quotas) {
        this.store = store;
        this.runtimes = runtimes;
        this.quotas = quotas;
    }

    /**
     * Answers warnings, or fails with the figures where there is no room. A change that takes no
     * more of anything passes and waits for nobody.
     *
     * @param before absent for a new cluster
     */
    public Uni<List<String>> take(@Nullable Stake before, Stake after) {
        if (!Stake.grows(before, after)) {
            return Uni.createFrom().item(List.of());
        }
        return store.lock().chain(runtimes::last).chain(report -> take(before, after, report));
    }

    private Uni<List<String>> take(
            @Nullable Stake before, Stake after, Optional<RuntimesObserved> report) {
        return store.sums(Question.of(after.id(), after.environment(), after.user(), report))
                .map(taken -> gauges(new GaugeFactory(taken, before, after), after, report))
                .map(CapacityService::warnings);
    }

    private List<Gauge> gauges(
            GaugeFactory factory, Stake after, Optional<RuntimesObserved> report) {
        List<Gauge> gauges = new ArrayList<>(factory.all(quotas.of(new Scope.All())));
        Scope environment = new Scope.Environment(after.environment());
        gauges.addAll(factory.environment(after.environment(), quotas.of(environment)));
        String user = after.user();
        if (user != null) {
            gauges.addAll(factory.user(user, quotas.of(new Scope.User(user))));
        }
        report.ifPresent(found -> gauges.addAll(factory.machine(found)));
        return gauges;
    }

    private static List<String> warnings(List<Gauge> gauges) {
        gauges.stream()
                .filter(Gauge::isExceeded)
                .findFirst()
                .ifPresent(
                        gauge -> {
                            throw gauge.refusal();
                        });
        return gauges.stream()
                .filter(gauge -> gauge.after() > gauge.before())
                .flatMap(gauge -> gauge.warning().stream())
                .toList();
    }
}
