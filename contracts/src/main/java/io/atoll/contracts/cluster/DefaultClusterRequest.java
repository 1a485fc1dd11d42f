package io.atoll.contracts.cluster;

import io.atoll.contracts.spec.ClusterNames;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Chooses the default cluster. */
public record DefaultClusterRequest(
        @NotNull @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE)
                String clusterId) {}
