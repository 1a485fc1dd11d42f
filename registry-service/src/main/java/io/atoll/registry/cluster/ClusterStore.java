package io.atoll.registry.cluster;

import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of clusters. Every method runs in the caller's session. */
@ApplicationScoped
class ClusterStore {

    /** Any number that no other lock of this database has. */
    private static final long SEALING = 0x5EA1_1D6A_7C03L;

    private final StoredJson json;

    ClusterStore(StoredJson json) {
        this.json = json;
    }

    Uni<Optional<Cluster>> find(String id) {
        return Panache.getSession()
                .chain(s -> s.find(ClusterEntity.class, id))
                .map(row -> Optional.ofNullable(row).map(this::cluster));
    }

    /** Like find; no other transaction can change the row until this one ends. */
    Uni<Optional<Cluster>> lock(String id) {
        return locked(id).map(row -> Optional.ofNullable(row).map(this::cluster));
    }

    Uni<Void> insert(Cluster cluster) {
        ClusterEntity row = new ClusterEntity();
        row.id = cluster.id();
        row.kind = ClusterKind.KAFKA.wire();
        row.origin = cluster.origin().wire();
        row.templateId = cluster.templateId();
        row.templateVersion = cluster.templateVersion();
        row.firstGeneration = cluster.firstGeneration();
        row.createdAt = cluster.createdAt();
        row.createdBy = cluster.createdBy();
        row.status = json.write(cluster.status());
        row.phase = cluster.status().phase().name();
        fill(row, cluster);
        return Panache.getSession().chain(s -> s.persist(row).chain(s::flush));
    }

    Uni<Void> update(Cluster cluster) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.find(ClusterEntity.class, cluster.id())
                                        .invoke(row -> fill(row, cluster))
                                        .chain(s::flush));
    }

    /** Ids of the clusters that run elsewhere. */
    Uni<List<String>> externalIds() {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select id from cluster where origin = 'external' order by id",
                                                String.class)
                                        .getResultList());
    }

    /** Until this transaction ends, {@link #sealed} waits. For whoever stores a new secret. */
    Uni<Void> sealing() {
        return await("pg_advisory_xact_lock_shared");
    }

    /** Waits until every new secret whose sealing had begun is stored, or never will be. */
    Uni<Void> sealed() {
        return await("pg_advisory_xact_lock");
    }

    private static Uni<Void> await(String function) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select 1 from " + function + "(:lock)",
                                                Integer.class)
                                        .setParameter("lock", SEALING)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Keeps what was observed; false where the row has seen a newer one or there is none. */
    Uni<Boolean> observe(String id, long sequence, ClusterStatus status) {
        return locked(id)
                .chain(
                        row -> {
                            if (row == null || sequence <= row.statusSequence) {
                                return Uni.createFrom().item(false);
                            }
                            row.status = json.write(status);
                            row.phase = status.phase().name();
                            row.statusSequence = sequence;
                            return Panache.getSession().chain(s -> s.flush()).replaceWith(true);
                        });
    }

    /** Removes the row and remembers its generation for whoever uses the id again. */
    Uni<Void> retire(Cluster cluster, Instant now) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.find(ClusterEntity.class, cluster.id())
                                        .chain(s::remove)
                                        .chain(s::flush)
                                        .chain(
                                                () ->
                                                        s.createNativeQuery(
                                                                        "insert into retired_cluster (id, generation, retired_at) values (:id, :generation, :now) on conflict (id) do update set generation = excluded.generation, retired_at = excluded.retired_at")
                                                                .setParameter("id", cluster.id())
                                                                .setParameter(
                                                                        "generation",
                                                                        cluster.generation())
                                                                .setParameter(
                                                                        "now",
                                                                        now.atOffset(
                                                                                ZoneOffset.UTC))
                                                                .executeUpdate()))
                .replaceWithVoid();
    }

    private Uni<@Nullable ClusterEntity> locked(String id) {
        return Panache.getSession()
                .chain(s -> s.find(ClusterEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private void fill(ClusterEntity row, Cluster cluster) {
        row.name = cluster.wish().name();
        row.description = cluster.wish().description();
        row.environment = cluster.wish().environment();
        row.tags = json.write(cluster.wish().tags());
        row.readOnly = cluster.wish().readOnly();
        row.spec = json.write(cluster.wish().spec());
        row.generation = cluster.generation();
        row.deleting = cluster.deleting();
        row.warnings = json.write(cluster.warnings());
        row.memoryBytes = cluster.need().memoryBytes();
        row.diskBytes = cluster.need().diskBytes();
        row.ports = cluster.need().ports();
        row.updatedAt = cluster.updatedAt();
    }

    Cluster cluster(ClusterEntity row) {
        Cluster.Wish wish =
                new Cluster.Wish(
                        row.name,
                        row.description,
                        row.environment,
                        strings(row.tags),
                        json.read(row.spec, ClusterSpec.class),
                        row.readOnly);
        return new Cluster(
                row.id,
                wish,
                row.templateId,
                row.templateVersion,
                row.generation,
                row.firstGeneration,
                row.deleting,
                List.of(json.read(row.warnings, String[].class)),
                new ClusterNeed(row.memoryBytes, row.diskBytes, row.ports),
                row.createdAt,
                row.updatedAt,
                row.createdBy,
                json.read(row.status, ClusterStatus.class));
    }

    @SuppressWarnings("unchecked") // tags are only ever written from such a map
    private Map<String, String> strings(String tags) {
        return json.read(tags, Map.class);
    }
}
