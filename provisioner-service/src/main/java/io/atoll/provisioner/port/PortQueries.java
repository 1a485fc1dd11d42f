package io.atoll.provisioner.port;

import static java.util.stream.Collectors.toSet;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.access.Caller;
import io.atoll.provisioner.desired.ClusterAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads of ports. */
@ApplicationScoped
class PortQueries {

    private final ClusterAccess access;
    private final Pool pool;
    private final PortStore store;

    PortQueries(ClusterAccess access, Pool pool, PortStore store) {
        this.access = access;
        this.pool = pool;
        this.store = store;
    }

    /** Ports of clusters that the caller may see, by number. */
    Uni<List<PortView>> held(Caller caller) {
        return access.visible(caller, Permission.CLUSTER_VIEW)
                .map(clusters -> clusters.stream().map(ClusterDesired::id).collect(toSet()))
                .chain(visible -> store.rows(pool).map(rows -> views(rows, visible)));
    }

    private static List<PortView> views(List<PortEntity> rows, Set<String> visible) {
        return rows.stream().flatMap(row -> view(row, visible)).toList();
    }

    private static Stream<PortView> view(PortEntity row, Set<String> visible) {
        var holder = row.clusterId();
        return holder != null && visible.contains(holder)
                ? Stream.of(new PortView(row.port(), holder, row.use()))
                : Stream.empty();
    }
}
