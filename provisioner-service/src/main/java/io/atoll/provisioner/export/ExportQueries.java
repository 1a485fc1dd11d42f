package io.atoll.provisioner.export;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.PortAllocation;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.refusal.Malformed;
import io.atoll.provisioner.desired.ClusterAccess;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.status.StatusStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clusters as files, for the caller of the current request. */
@ApplicationScoped
class ExportQueries {

    private static final String COMPOSE = "compose";

    /** Cores are a matter of the machine that the file is for. */
    private static final double ANY_CPUS = 0;

    private final ClusterAccess access;
    private final CallerContext caller;
    private final Pool pool;
    private final StatusStore statuses;
    private final Plugins plugins;
    private final Place place;

    ExportQueries(
            ClusterAccess access,
            CallerContext caller,
            Pool pool,
            StatusStore statuses,
            Plugins plugins,
            ExportConfig config) {
        this.access = access;
        this.caller = caller;
        this.pool = pool;
        this.statuses = statuses;
        this.plugins = plugins;
        this.place = place(config);
    }

    static Place place(ExportConfig config) {
        var images =
                new Place.Images(config.kafkaImage(), config.restProxyImage(), config.uiImage());
        return new Place.Containers("127.0.0.1", false, ANY_CPUS, images);
    }

    Uni<String> export(String id, @Nullable String format) {
        if (!COMPOSE.equals(format)) {
            throw new Malformed("?format", "must be " + COMPOSE);
        }
        return access.require(caller.caller(), Permission.CLUSTER_VIEW, id)
                .chain(cluster -> statuses.find(pool, id).map(status -> compose(cluster, status)));
    }

    private String compose(ClusterDesired cluster, @Nullable ClusterStatus status) {
        var kind = plugins.kindOf(cluster.spec());
        var ports = ExportPorts.of(kind.ports(cluster, place), held(status));
        var blueprint = kind.blueprint(cluster, place, ports);
        return ComposeWriter.text(cluster.id(), new ComposeFactory(blueprint, ports).file());
    }

    private static Map<String, Integer> held(@Nullable ClusterStatus status) {
        PortAllocation ports = status == null ? null : status.portAllocation();
        return ports == null ? Map.of() : ports.all();
    }
}
