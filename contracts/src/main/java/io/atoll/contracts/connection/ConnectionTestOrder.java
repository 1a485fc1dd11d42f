package io.atoll.contracts.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the registry asks ops to try. It travels sealed as a whole, which proves where it comes
 * from: only these two hold the key.
 *
 * @param clusterId what the secrets are bound to
 * @param issuedAt older than a minute: refused
 */
public record ConnectionTestOrder(
        String clusterId,
        List<String> bootstrapServers,
        Credentials<Sealed> credentials,
        Map<String, String> clientProperties,
        Instant issuedAt) {

    /** Context that the order itself is sealed in. */
    public static final String CONTEXT = "connection-test-order";

    /** Path at ops; in no document, so the gateway does not know it. */
    public static final String PATH = "/internal/connection-tests";
}
