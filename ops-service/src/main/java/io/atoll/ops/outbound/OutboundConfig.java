package io.atoll.ops.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * What the operator of Atoll lets registered clusters be reached at. Managed clusters are not
 * affected.
 */
@ConfigMapping(prefix = "atoll.outbound")
public interface OutboundConfig {

    /**
     * Lets clusters on this machine be registered by loopback addresses. The suite's own addresses
     * stay refused.
     */
    @WithDefault("false")
    boolean allowLoopback();

    /** Networks that are refused besides, as {@code 10.0.0.0/8}. */
    Optional<List<String>> refuse();

    /** The suite's own addresses, {@code host:port}, besides its database and its Kafka. */
    Optional<List<String>> backbone();

    /** Token endpoints of OAUTHBEARER that may be asked, whole URLs; none by default. */
    Optional<List<String>> oauthUrls();
}
