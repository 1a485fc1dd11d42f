package io.atoll.contracts.cluster;

import io.atoll.contracts.audit.Audited;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that routes without a cluster act on.
 *
 * @param clusterId absent where there is none that the caller may see
 * @param version rises with each choice; what {@code If-Match} names
 * @param chosen false where nobody chose it: then it is the cluster of the id {@code default}
 */
public record DefaultClusterView(
        @Nullable String clusterId, @Nullable String name, long version, boolean chosen)
        implements Audited {

    /** The id of the cluster that is the default one until another is chosen. */
    public static final String ID = "default";
}
