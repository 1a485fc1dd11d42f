package io.atoll.provisioner.kind;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.status.PortAllocation;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One kind of cluster.
public interface Kind {

    ClusterKind name();

    /// Ports of the machine that a cluster needs. Pure.
    List<PortWish> ports(ClusterDesired desired, Place place);

    /// What a runtime must make. Pure: equal input gives equal bytes.
    ///
    /// @param place where its nodes run
    /// @param ports by the uses of {@link #ports}
    Blueprint blueprint(ClusterDesired desired, Place place, Map<String, Integer> ports);

    /// How the cluster looks to a client. Blocks for at most this time, less once all answer.
    Readiness readiness(Blueprint blueprint, Duration patience);

    /// Whether one node can be missed for a while: no partition lacks a copy. Blocks for at most
    /// this time, and says no when it cannot be told.
    boolean canMissOne(Blueprint blueprint, Duration patience);

    /// Addresses by name. Pure.
    Map<String, String> endpoints(Blueprint blueprint);

    /// The ports in the form that people are shown. Pure.
    PortAllocation allocation(Map<String, Integer> ports);

    /// Lets go of what readiness keeps for a cluster.
    void forget(ClusterId id);
}
