package io.atoll.provisioner.plugin;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runtimes over HTTP. */
@Path("/api/v1/runtimes")
public class RuntimeResource {

    private final Plugins plugins;
    private final RuntimeThreads threads;

    RuntimeResource(Plugins plugins, RuntimeThreads threads) {
        this.plugins = plugins;
        this.threads = threads;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List the places where nodes can run, and what they have")
    public Uni<List<RuntimeView>> list() {
        return threads.call(() -> plugins.runtimes().stream().map(RuntimeResource::view).toList());
    }

    private static RuntimeView view(ClusterRuntime runtime) {
        var found = runtime.fingerprint();
        return new RuntimeView(
                runtime.name(),
                found.isHealthy(),
                found.reason(),
                found.version(),
                found.kinds(),
                found.companions(),
                found.capacity().cpuCores(),
                found.capacity().memoryTotalBytes(),
                found.capacity().memoryFreeBytes(),
                found.capacity().diskFreeBytes());
    }
}
