package io.atoll.registry.external;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How somebody asks for a cluster to be reached, with its secrets in clear. */
public record Connection(
        List<String> bootstrapServers,
        Credentials<Secret> credentials,
        Map<String, String> clientProperties) {

    /** With nothing where nothing was given. */
    public static Connection of(
            List<String> bootstrapServers,
            @Nullable Credentials<Secret> credentials,
            @Nullable Map<String, String> clientProperties) {
        return new Connection(
                List.copyOf(bootstrapServers),
                credentials == null ? new Credentials.None<>() : credentials,
                clientProperties == null ? Map.of() : Map.copyOf(clientProperties));
    }
}
