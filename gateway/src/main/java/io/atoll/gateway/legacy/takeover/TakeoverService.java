package io.atoll.gateway.legacy.takeover;

import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.DefaultClusterRequest;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.contracts.cluster.SingleClusterImportView;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.legacy.Services;
import io.atoll.gateway.legacy.Visit;
import io.atoll.kit.refusal.AtollException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cluster {@code default} and chooses it. Each step is one that the caller could do, and
 * repeating it goes on where an earlier run ended.
 */
@ApplicationScoped
class TakeoverService {
    private static final String CLUSTERS = "/api/v1/clusters";
    private static final String CHOICE = "/api/v1/default-cluster";

    private final Services services;
    private final int ownPort;

    TakeoverService(Services services, @ConfigProperty(name = "quarkus.http.port") int ownPort) {
        this.services = services;
        this.ownPort = ownPort;
    }

    Uni<SingleClusterImportView> run(Visit visit, SingleClusterImport file, boolean dryRun) {
        Takeover takeover = new TakeoverFactory(ownPort).of(file);
        return exists(visit)
                .chain(
                        there -> {
                            if (there) {
                                return dryRun
                                        ? answer(SingleClusterImportView.EXISTS, takeover, null)
                                        : choose(visit)
                                                .chain(
                                                        () ->
                                                                answer(
                                                                        SingleClusterImportView
                                                                                .EXISTS,
                                                                        takeover,
                                                                        null));
                            }
                            return dryRun ? plan(visit, takeover) : make(visit, takeover);
                        });
    }

    private Uni<Boolean> exists(Visit visit) {
        return services.get(visit, Service.REGISTRY, CLUSTERS + "/" + DefaultClusterView.ID)
                .replaceWith(true)
                .onFailure(TakeoverService::isMissing)
                .recoverWithItem(false);
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof AtollException refusal && refusal.type() == ProblemType.NOT_FOUND;
    }

    private Uni<SingleClusterImportView> plan(Visit visit, Takeover takeover) {
        return services.post(
                        visit, Service.REGISTRY, CLUSTERS + "?dry_run=true", takeover.request())
                .map(reply -> services.read(reply, ClusterPlan.class))
                .chain(plan -> answer(SingleClusterImportView.PLANNED, takeover, plan));
    }

    private Uni<SingleClusterImportView> make(Visit visit, Takeover takeover) {
        return services.post(visit, Service.REGISTRY, CLUSTERS, takeover.request())
                .chain(() -> choose(visit))
                .chain(() -> answer(SingleClusterImportView.CREATED, takeover, null));
    }

    private Uni<Void> choose(Visit visit) {
        return services.get(visit, Service.REGISTRY, CHOICE)
                .map(reply -> services.read(reply, DefaultClusterView.class))
                .chain(
                        now ->
                                DefaultClusterView.ID.equals(now.clusterId())
                                        ? Uni.createFrom().voidItem()
                                        : choose(visit, now.version()));
    }

    private Uni<Void> choose(Visit visit, long version) {
        var wish = new DefaultClusterRequest(DefaultClusterView.ID);
        return services.put(visit, Service.REGISTRY, CHOICE, "\"" + version + "\"", wish)
                .replaceWithVoid();
    }

    private static Uni<SingleClusterImportView> answer(
            String outcome, Takeover takeover, @Nullable ClusterPlan plan) {
        return Uni.createFrom()
                .item(
                        new SingleClusterImportView(
                                outcome,
                                DefaultClusterView.ID,
                                List.copyOf(takeover.leftOut()),
                                plan));
    }
}
