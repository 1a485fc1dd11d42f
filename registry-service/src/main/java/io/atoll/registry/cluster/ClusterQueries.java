package io.atoll.registry.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.validation.PageParameters;
import io.atoll.registry.request.Page;
import io.atoll.registry.request.PageToken;
import io.atoll.registry.template.SpecSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads clusters, never more than the caller may see: what it may not see is not there. */
@ApplicationScoped
class ClusterQueries implements SpecSource {

    private static final int NEAR_AMONG = 10_000;

    private final ClusterStore store;
    private final CallerContext callers;

    ClusterQueries(ClusterStore store, CallerContext callers) {
        this.store = store;
        this.callers = callers;
    }

    /** Who makes the current request. */
    Caller caller() {
        return callers.caller();
    }

    Uni<Page<ClusterView>> list(ClusterFilter.Wanted wanted, PageParameters asked) {
        int size = asked.pageSize();
        Caller caller = callers.caller();
        ClusterFilter filter = ClusterFilter.of(caller, wanted);
        String after = PageToken.read(asked.pageToken(), wanted.toString());
        return Panache.withSession(() -> rows(filter, after, asked.rows()))
                .map(rows -> page(rows, size, wanted, caller));
    }

    Uni<Cluster> get(String id) {
        Caller caller = callers.caller();
        return Panache.withSession(() -> visible(id, caller));
    }

    /** The cluster with what the caller may do to it. */
    Uni<ClusterView> view(String id) {
        Caller caller = callers.caller();
        return get(id).map(cluster -> cluster.view(caller));
    }

    Uni<ClusterStatus> status(String id) {
        return get(id).map(Cluster::status);
    }

    /** The cluster, or a refusal that is the same whether it is hidden or does not exist. */
    Uni<Cluster> visible(String id, Caller caller) {
        Uni<Optional<Cluster>> found =
                id.matches(ClusterNames.ID)
                        ? store.find(id)
                        : Uni.createFrom().item(Optional.empty());
        return found.chain(cluster -> visible(cluster, id, caller));
    }

    Uni<Cluster> visible(Optional<Cluster> found, String id, Caller caller) {
        return found.filter(c -> caller.may(Permission.CLUSTER_VIEW, c.scope()))
                .map(c -> Uni.createFrom().item(c))
                .orElseGet(
                        () -> near(id, caller).map(near -> missing(found.isPresent(), id, near)));
    }

    @Override
    public Uni<Optional<KafkaSpec>> find(String clusterId, Caller caller) {
        return store.find(clusterId)
                .map(
                        found ->
                                found.filter(c -> caller.may(Permission.CLUSTER_VIEW, c.scope()))
                                        .flatMap(Cluster::managed));
    }

    @Override
    public Uni<List<String>> near(String clusterId, Caller caller) {
        ClusterFilter filter = ClusterFilter.visibleTo(caller);
        return Panache.getSession()
                .chain(
                        s -> {
                            var query =
                                    s.createNativeQuery(
                                            "select c.id from cluster c where "
                                                    + filter.condition()
                                                    + " order by c.id",
                                            String.class);
                            filter.parameters().forEach(query::setParameter);
                            return query.setMaxResults(NEAR_AMONG).getResultList();
                        })
                .map(ids -> NearNames.of(clusterId, ids));
    }

    private Uni<List<ClusterEntity>> rows(ClusterFilter filter, String after, int limit) {
        String sql =
                "select c.* from cluster c where c.id > :after and "
                        + filter.condition()
                        + " order by c.id";
        return Panache.getSession().chain(s -> rows(s, sql, filter.parameters(), after, limit));
    }

    private static Uni<List<ClusterEntity>> rows(
            Mutiny.Session session,
            String sql,
            Map<String, Object> parameters,
            String after,
            int limit) {
        var query =
                session.createNativeQuery(sql, ClusterEntity.class).setParameter("after", after);
        parameters.forEach(query::setParameter);
        return query.setReadOnly(true).setMaxResults(limit).getResultList();
    }

    private Page<ClusterView> page(
            List<ClusterEntity> rows, int size, ClusterFilter.Wanted wanted, Caller caller) {
        List<ClusterView> views =
                rows.stream().limit(size).map(row -> store.cluster(row).view(caller)).toList();
        String next =
                rows.size() > size
                        ? PageToken.after(views.getLast().id(), wanted.toString())
                        : null;
        return new Page<>(views, next);
    }

    private static Cluster missing(boolean hidden, String id, List<String> near) {
        throw NotFound.orHidden(hidden, "cluster", id, near);
    }
}
