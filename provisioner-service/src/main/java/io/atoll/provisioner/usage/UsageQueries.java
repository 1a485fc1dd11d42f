package io.atoll.provisioner.usage;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.access.CallerContext;
import io.atoll.provisioner.desired.ClusterAccess;
import io.atoll.provisioner.usage.SumCalculator.Share;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads of usage, for the caller of the current request. */
@ApplicationScoped
class UsageQueries {

    /** Stands for the user of clusters of which nobody knows who made them. */
    private static final String NOBODY = "unknown";

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

    /** In the order of the ids. */
    Uni<List<UsageView>> all() {
        return shares().map(shares -> shares.stream().map(Share::usage).toList());
    }

    Uni<List<UsageSum>> byEnvironment() {
        return shares().map(shares -> SumCalculator.by(ClusterDesired::environment, shares));
    }

    Uni<List<UsageSum>> byUser() {
        return shares().map(shares -> SumCalculator.by(UsageQueries::user, shares));
    }

    Uni<UsageView> of(String id) {
        return access.require(caller.caller(), Permission.CLUSTER_VIEW, id).map(this::usage);
    }

    private Uni<List<Share>> shares() {
        return access.visible(caller.caller(), Permission.CLUSTER_VIEW)
                .map(
                        clusters ->
                                clusters.stream()
                                        .sorted(Comparator.comparing(ClusterDesired::id))
                                        .map(cluster -> new Share(cluster, usage(cluster)))
                                        .toList());
    }

    private static String user(ClusterDesired cluster) {
        return Objects.requireNonNullElse(cluster.createdBy(), NOBODY);
    }

    /** A cluster that was not measured yet takes nothing. */
    private UsageView usage(ClusterDesired cluster) {
        var measured =
                sampler.of(cluster.id())
                        .orElseGet(
                                () ->
                                        new UsageView(
                                                cluster.id(),
                                                0,
                                                0,
                                                0,
                                                0,
                                                0,
                                                clock.instant(),
                                                List.of()));
        return UsageCalculator.promised(cluster, measured);
    }
}
