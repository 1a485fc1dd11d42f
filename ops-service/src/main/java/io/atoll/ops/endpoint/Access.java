package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import java.util.List;
import java.util.Map;

/** How a registered cluster is reached, with its secrets open. In memory alone. */
public record Access(
        List<String> bootstrapServers,
        Credentials<Secret> credentials,
        Map<String, String> clientProperties) {}
