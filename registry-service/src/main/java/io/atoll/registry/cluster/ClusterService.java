package io.atoll.registry.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Unsupported;
import io.atoll.registry.request.EntityTag;
import io.atoll.registry.request.ReplayKey;
import io.atoll.registry.request.Replays;
import io.atoll.registry.spec.SpecValidator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One transaction for each request about one cluster. */
@ApplicationScoped
public class ClusterService {

    private final ClusterQueries queries;
    private final ClusterStore store;
    private final ClusterDrafts drafts;
    private final ClusterMessages messages;
    private final Room room;
    private final Replays replays;

    ClusterService(
            ClusterQueries queries,
            ClusterStore store,
            ClusterDrafts drafts,
            ClusterMessages messages,
            Room room,
            Replays replays) {
        this.queries = queries;
        this.store = store;
        this.drafts = drafts;
        this.messages = messages;
        this.room = room;
        this.replays = replays;
    }

    Uni<ClusterAnswer> create(CreateClusterRequest request, @Nullable String key, boolean dryRun) {
        Caller caller = queries.caller();
        drafts.requireMayCreate(request, caller);
        return make(
                ClusterAction.CREATE,
                request,
                () -> drafts.first(request, caller),
                key,
                dryRun,
                caller);
    }

    /** Stores a new cluster, or says what would be stored. */
    Uni<ClusterAnswer> make(
            ClusterAction action,
            Object request,
            Supplier<Uni<Cluster>> first,
            @Nullable String key,
            boolean dryRun,
            Caller caller) {
        Supplier<Uni<Cluster>> draft = () -> first.get().chain(room::forNew);
        if (dryRun) {
            return Panache.withTransaction(draft).map(cluster -> planned(action, null, cluster));
        }
        return replays.once(
                        new ReplayKey(caller.subject(), key),
                        request,
                        ClusterView.class,
                        () ->
                                draft.get()
                                        .call(store::insert)
                                        .call(c -> told(action, c, caller))
                                        .map(Cluster::view))
                .onFailure()
                .transform(Vacancy::conflict)
                .map(ClusterAnswer.Created::new);
    }

    Uni<ClusterAnswer> update(
            String id, UpdateClusterRequest request, @Nullable String ifMatch, boolean dryRun) {
        Caller caller = queries.caller();
        return change(
                        id,
                        ClusterAction.UPDATE,
                        caller,
                        dryRun,
                        (cluster, c) -> {
                            EntityTag.require(ifMatch, cluster.generation());
                            return drafts.changed(cluster, request, c);
                        })
                .onFailure()
                .transform(Vacancy::conflict)
                .map(
                        answer ->
                                answer instanceof ClusterAnswer.Accepted(var view)
                                        ? new ClusterAnswer.Current(view)
                                        : answer);
    }

    Uni<ClusterAnswer> start(String id, boolean dryRun) {
        return change(
                id,
                ClusterAction.START,
                queries.caller(),
                dryRun,
                (cluster, caller) -> next(cluster, run(cluster).withRunning(true)));
    }

    /**
     * @param cleanup true: the data of the nodes is wiped once they stand, which needs the right to
     *     delete too
     */
    Uni<ClusterAnswer> stop(String id, boolean cleanup, boolean dryRun) {
        return change(
                id,
                ClusterAction.STOP,
                queries.caller(),
                dryRun,
                (cluster, caller) -> {
                    if (cleanup) {
                        caller.require(Permission.CLUSTER_DELETE, cluster.scope());
                    }
                    KafkaSpec stopped = run(cluster).withRunning(false);
                    return next(
                            cluster,
                            cleanup ? stopped.withDataEpoch(stopped.dataEpoch() + 1) : stopped);
                });
    }

    /** Starts a cluster that is stopped: what is asked for is nodes younger than the request. */
    Uni<ClusterAnswer> restart(String id, boolean dryRun) {
        return change(
                id,
                ClusterAction.RESTART,
                queries.caller(),
                dryRun,
                (cluster, caller) -> {
                    caller.require(Permission.CLUSTER_STOP, cluster.scope());
                    KafkaSpec spec = run(cluster);
                    return next(cluster, spec.withRunning(true).withRestarts(spec.restarts() + 1));
                });
    }

    Uni<ClusterAnswer> delete(String id, boolean force, boolean dryRun) {
        return change(
                id,
                ClusterAction.DELETE,
                queries.caller(),
                dryRun,
                (cluster, caller) -> {
                    if (cluster.deleting()) {
                        return cluster;
                    }
                    if (!force && runs(cluster)) {
                        throw new Conflict(
                                "Cluster '%s' is running. Stop it first, or delete it with force=true."
                                        .formatted(id));
                    }
                    return cluster.next(cluster.wish(), true, cluster.warnings(), drafts.now());
                });
    }

    Uni<ClusterAnswer> change(
            String id,
            ClusterAction action,
            Caller caller,
            boolean dryRun,
            BiFunction<Cluster, Caller, Cluster> change) {
        return Panache.withTransaction(
                () ->
                        store.lock(id)
                                .chain(found -> queries.visible(found, id, caller))
                                .chain(
                                        before -> {
                                            checkMay(action, before, caller);
                                            Cluster wanted = change.apply(before, caller);
                                            action.requireWritable(before, wanted);
                                            return room.forChanged(before, wanted)
                                                    .chain(
                                                            after ->
                                                                    dryRun
                                                                            ? plan(
                                                                                    action, before,
                                                                                    after)
                                                                            : save(
                                                                                    action, before,
                                                                                    after, caller));
                                        }));
    }

    private static void checkMay(ClusterAction action, Cluster cluster, Caller caller) {
        caller.require(action.permission(), cluster.scope());
        if (cluster.deleting() && action != ClusterAction.DELETE) {
            throw new Conflict("Cluster '%s' is being deleted.".formatted(cluster.id()));
        }
    }

    private Uni<ClusterAnswer> save(
            ClusterAction action, Cluster before, Cluster after, Caller caller) {
        if (after.generation() == before.generation()) {
            return Uni.createFrom().item(new ClusterAnswer.Accepted(before.view()));
        }
        if (after.deleting() && after.origin() == Origin.EXTERNAL) {
            return unregistered(before, after, caller);
        }
        return store.update(after)
                .chain(() -> messages.changed(action, before, after, caller))
                .map(done -> new ClusterAnswer.Accepted(after.view()));
    }

    /** Nothing has to be taken down first. */
    private Uni<ClusterAnswer> unregistered(Cluster before, Cluster cluster, Caller caller) {
        String message = "Cluster %s was unregistered.".formatted(cluster.wish().name());
        return store.retire(cluster, cluster.updatedAt())
                .chain(
                        () ->
                                messages.gone(
                                        cluster,
                                        EventType.CLUSTER_DELETED,
                                        message,
                                        caller.subject(),
                                        cluster.updatedAt()))
                .chain(() -> messages.audit(ClusterAction.DELETE, before, cluster, caller))
                .map(done -> new ClusterAnswer.Accepted(cluster.view()));
    }

    /** Stores another form of the same wish and publishes it; false where there is none. */
    Uni<Boolean> rewrite(String id, UnaryOperator<Cluster> form) {
        return Panache.withTransaction(
                () ->
                        store.lock(id)
                                .chain(
                                        found ->
                                                found.filter(c -> !form.apply(c).equals(c))
                                                        .map(form)
                                                        .map(this::republished)
                                                        .orElse(Uni.createFrom().item(false))));
    }

    private Uni<Boolean> republished(Cluster cluster) {
        return store.update(cluster).chain(() -> messages.wish(cluster, null)).replaceWith(true);
    }

    private Uni<Void> told(ClusterAction action, Cluster cluster, Caller caller) {
        return messages.changed(action, null, cluster, caller);
    }

    private static KafkaSpec run(Cluster cluster) {
        return cluster.managed()
                .orElseThrow(
                        () ->
                                new Unsupported(
                                        "Cluster '%s' is external: Atoll does not run it, so it neither starts nor stops it."
                                                .formatted(cluster.id())));
    }

    private Cluster next(Cluster cluster, KafkaSpec spec) {
        return spec.equals(run(cluster))
                ? cluster
                : cluster.next(
                        cluster.wish().with(spec),
                        false,
                        SpecValidator.warnings(spec),
                        drafts.now());
    }

    private static boolean runs(Cluster cluster) {
        Phase phase = cluster.status().phase();
        boolean wanted = cluster.managed().map(KafkaSpec::running).orElse(false);
        return wanted && (phase == Phase.RUNNING || phase == Phase.DEGRADED);
    }

    private Uni<ClusterAnswer> plan(ClusterAction action, Cluster before, Cluster after) {
        return Uni.createFrom().item(planned(action, before, after));
    }

    private ClusterAnswer planned(ClusterAction action, @Nullable Cluster before, Cluster after) {
        ClusterPlan plan = drafts.plan(action, before, after);
        return new ClusterAnswer.Planned(plan);
    }
}
