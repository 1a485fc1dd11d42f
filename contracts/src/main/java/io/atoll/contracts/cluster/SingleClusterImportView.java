package io.atoll.contracts.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link SingleClusterImport}.
 *
 * @param outcome {@code planned}: nothing was done; {@code created}; {@code exists}: the cluster
 *     was there before and stayed as it was
 * @param leftOut settings of the file that are not taken, each with the reason
 * @param plan only with {@code planned}
 */
public record SingleClusterImportView(
        String outcome, String clusterId, List<String> leftOut, @Nullable ClusterPlan plan) {

    public static final String PLANNED = "planned";
    public static final String CREATED = "created";
    public static final String EXISTS = "exists";
}
