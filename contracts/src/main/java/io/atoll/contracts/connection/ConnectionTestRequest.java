package io.atoll.contracts.connection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks whether a cluster could be registered; nothing is stored. */
public record ConnectionTestRequest(
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 300) String> bootstrapServers,
        @Nullable @Valid Credentials<Secret> credentials,
        @Nullable @Size(max = 20)
                Map<@Size(max = 200) String, @NotNull @Size(max = 2_000) String>
                        clientProperties) {}
