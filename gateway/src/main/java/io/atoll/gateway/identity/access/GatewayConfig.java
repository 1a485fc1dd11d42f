package io.atoll.gateway.identity.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the door stands to the world. */
@ConfigMapping(prefix = "atoll.gateway")
public interface GatewayConfig {

    /** True marks cookies Secure and sends HSTS; for TLS here or at a proxy in front. */
    @WithDefault("false")
    boolean secureCookies();

    /** True lets the gateway listen on other than loopback addresses without TLS. */
    @WithDefault("false")
    boolean insecure();

    /**
     * Addresses and networks (CIDR) of proxies in front, whose X-Forwarded-For is believed; none by
     * default.
     */
    Optional<List<String>> trustedProxies();
}
