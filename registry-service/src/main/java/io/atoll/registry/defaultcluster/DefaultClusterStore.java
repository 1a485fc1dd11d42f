package io.atoll.registry.defaultcluster;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of the choice. Every method runs in the caller's session. */
@ApplicationScoped
class DefaultClusterStore {
    private static final String CLUSTER = "c.id, c.name, c.environment, cast(c.tags as text)";

    private static final String CHOICE =
            "select d.version, d.cluster_id is not null, "
                    + CLUSTER
                    + " from default_cluster d left join cluster c"
                    + " on c.id = coalesce(d.cluster_id, :standard) and not c.deleting";

    private final StoredJson json;

    DefaultClusterStore(StoredJson json) {
        this.json = json;
    }

    Uni<DefaultCluster> read() {
        return choice(CHOICE);
    }

    /** Like read; no other transaction can choose until this one ends. */
    Uni<DefaultCluster> lock() {
        return choice(CHOICE + " for update of d");
    }

    private Uni<DefaultCluster> choice(String sql) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(sql, Object[].class)
                                        .setParameter("standard", DefaultClusterView.ID)
                                        .getSingleResult())
                .map(
                        row ->
                                new DefaultCluster(
                                        ((Number) row[0]).longValue(),
                                        (Boolean) row[1],
                                        target(row, 2)));
    }

    /** Empty where there is no such cluster, or it is being deleted. */
    Uni<Optional<DefaultCluster.Target>> find(String id) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select "
                                                        + CLUSTER
                                                        + " from cluster c where c.id = :id and not"
                                                        + " c.deleting",
                                                Object[].class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull())
                .map(row -> row == null ? Optional.empty() : target(row, 0));
    }

    Uni<Void> save(DefaultCluster choice) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "update default_cluster set version = :version,"
                                                        + " cluster_id = :id")
                                        .setParameter("version", choice.version())
                                        .setParameter("id", choice.target().orElseThrow().id())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private Optional<DefaultCluster.Target> target(@Nullable Object[] row, int from) {
        if (row[from] == null) {
            return Optional.empty();
        }
        var scope =
                new ClusterScope(text(row, from), text(row, from + 2), tags(text(row, from + 3)));
        return Optional.of(new DefaultCluster.Target(text(row, from + 1), scope));
    }

    private static String text(@Nullable Object[] row, int column) {
        return String.valueOf(row[column]);
    }

    @SuppressWarnings("unchecked") // tags are only ever written from such a map
    private Map<String, String> tags(String tags) {
        return json.read(tags, Map.class);
    }
}
