package io.atoll.provisioner.usage;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.kit.access.CallerContext;
import io.atoll.provisioner.desired.ClusterAccess;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Reads of usage, for the caller of the current request. */
@ApplicationScoped
class UsageQueries {

    private final ClusterAccess access;
    private final CallerContext caller;
    private final UsageSampler sampler;
    private final Clock clock;

    UsageQueries(ClusterAccess access, CallerContext caller, UsageSampler sampler, Clock clock) {
        this.access = access;
        this.caller = caller;
        this.sampler = sampler;
        this.clock = clock;
    }

    Uni<List<UsageView>> all() {
        return access.visible(caller.caller(), Permission.CLUSTER_VIEW)
                .map(clusters -> clusters.stream().map(this::usage).toList());
    }

    Uni<UsageView> of(String id) {
        return access.require(caller.caller(), Permission.CLUSTER_VIEW, id).map(this::usage);
    }

    /** A cluster that was not measured yet takes nothing. */
    private UsageView usage(ClusterDesired cluster) {
        return sampler.of(cluster.id())
                .orElseGet(() -> new UsageView(cluster.id(), 0, 0, 0, clock.instant(), List.of()));
    }
}
