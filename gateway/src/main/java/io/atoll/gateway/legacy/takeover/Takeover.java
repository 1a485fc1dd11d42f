package io.atoll.gateway.legacy.takeover;

import io.atoll.contracts.cluster.CreateClusterRequest;
import java.util.List;

/**
 * What becomes of a file.
 *
 * @param leftOut settings that are not taken, each with the reason
 */
record Takeover(CreateClusterRequest request, List<String> leftOut) {}
