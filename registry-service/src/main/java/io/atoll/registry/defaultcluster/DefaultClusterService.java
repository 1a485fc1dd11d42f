package io.atoll.registry.defaultcluster;

import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.event.Severity;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.NotFound;
import io.atoll.registry.defaultcluster.DefaultCluster.Target;
import io.atoll.registry.request.EntityTag;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction for each choice. */
@ApplicationScoped
class DefaultClusterService {
    private final DefaultClusterStore store;
    private final CallerContext callers;
    private final Outbox outbox;
    private final StoredJson json;
    private final Clock clock;

    DefaultClusterService(
            DefaultClusterStore store,
            CallerContext callers,
            Outbox outbox,
            StoredJson json,
            Clock clock) {
        this.store = store;
        this.callers = callers;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    Uni<ClusterPlan> plan(String id, @Nullable String ifMatch) {
        Caller caller = callers.caller();
        return Panache.withSession(() -> store.read().chain(was -> draft(was, id, ifMatch, caller)))
                .map(draft -> plan(draft, caller));
    }

    /** What has been chosen already is chosen again without a trace. */
    Uni<DefaultCluster> choose(String id, @Nullable String ifMatch) {
        Caller caller = callers.caller();
        return Panache.withTransaction(
                () ->
                        store.lock()
                                .chain(was -> draft(was, id, ifMatch, caller))
                                .chain(draft -> save(draft, caller)));
    }

    private record Draft(DefaultCluster before, Target target) {}

    private Uni<Draft> draft(
            DefaultCluster before, String id, @Nullable String ifMatch, Caller caller) {
        return store.find(id)
                .map(found -> visible(found, id, caller))
                .invoke(target -> caller.require(Permission.CLUSTER_UPDATE, target.scope()))
                .invoke(() -> requireForAll(caller))
                .invoke(() -> EntityTag.require(ifMatch, before.version()))
                .map(target -> new Draft(before, target));
    }

    /** It is one choice for everybody. */
    private static void requireForAll(Caller caller) {
        if (!caller.mayEverywhere(Permission.CLUSTER_UPDATE)) {
            throw new Forbidden("You may not do this: it needs CLUSTER_UPDATE on all clusters.");
        }
    }

    private static Target visible(Optional<Target> found, String id, Caller caller) {
        return found.filter(t -> caller.may(Permission.CLUSTER_VIEW, t.scope()))
                .orElseThrow(() -> NotFound.orHidden(found.isPresent(), "cluster", id, List.of()));
    }

    private static ClusterPlan plan(Draft draft, Caller caller) {
        String before = draft.before().view(caller).clusterId();
        String after = draft.target().id();
        return new ClusterPlan(
                "make_default",
                after,
                draft.before().isChosen(draft.target())
                        ? List.of()
                        : List.of(new ClusterPlan.Change("/cluster_id", before, after, false)),
                List.of(),
                null,
                null);
    }

    private Uni<DefaultCluster> save(Draft draft, Caller caller) {
        if (draft.before().isChosen(draft.target())) {
            return Uni.createFrom().item(draft.before());
        }
        DefaultCluster chosen = draft.before().choose(draft.target());
        return store.save(chosen)
                .chain(() -> tell(chosen, draft.target(), caller))
                .chain(() -> audit(draft.before(), chosen, caller))
                .replaceWith(chosen);
    }

    /** About no cluster: who may audit the one alone must not hear of the other. */
    private Uni<Void> audit(DefaultCluster before, DefaultCluster chosen, Caller caller) {
        var effect =
                new AuditChange.Effect(
                        "default-cluster.choose",
                        "default cluster",
                        before.view(caller),
                        chosen.view(caller));
        String id = "default-cluster.%d".formatted(chosen.version());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var change = AuditChange.of(id, now, caller.actor(), null, effect);
        return outbox.append(
                new OutboxMessage(Topics.AUDIT, "default-cluster", json.write(change)));
    }

    private Uni<Void> tell(DefaultCluster chosen, Target target, Caller caller) {
        AtollEvent event =
                new AtollEvent(
                        "default-cluster.%d".formatted(chosen.version()),
                        EventType.CLUSTER_UPDATED,
                        Severity.NOTICE,
                        target.id(),
                        target.scope().environment(),
                        target.scope().tags(),
                        "Cluster %s is the default cluster now.".formatted(target.name()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        caller.subject(),
                        Map.of());
        return outbox.append(new OutboxMessage(Topics.EVENTS, target.id(), json.write(event)));
    }
}
