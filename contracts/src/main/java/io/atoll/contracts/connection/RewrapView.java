package io.atoll.contracts.connection;

import java.util.List;
import java.util.stream.Stream;

/**
 * @param clusters how many held a secret that another than the first key had sealed; with {@code
 *     dry_run} they hold it still
 * @param keyId of the first key, with which all are sealed then
 * @param lost ids of clusters with a secret that no key here opens: they need new credentials
 */
public record RewrapView(int clusters, String keyId, List<String> lost) {

    public RewrapView {
        lost = List.copyOf(lost);
    }

    /** Both together, under the key of this one. */
    public RewrapView plus(RewrapView other) {
        return new RewrapView(
                clusters + other.clusters,
                keyId,
                Stream.concat(lost.stream(), other.lost.stream()).toList());
    }
}
