package io.atoll.contracts.cluster;

import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNames;
import io.atoll.contracts.spec.Origin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a cluster known that runs elsewhere. The connection is tested first; nothing is stored
 * where that fails.
 *
 * @param id absent: made from the name
 * @param kind absent: kafka
 * @param bootstrapServers each {@code host:port}
 * @param credentials absent: none
 * @param readOnly absent: false
 * @param origin external
 */
public record RegisterClusterRequest(
        @NotNull
                @Pattern(
                        regexp = ClusterNames.NAME,
                        message = "must be 1 to 80 printable characters")
                String name,
        @Nullable @Pattern(regexp = ClusterNames.ID, message = ClusterNames.ID_MESSAGE) String id,
        @Nullable ClusterKind kind,
        @NotNull @Pattern(regexp = ClusterNames.ENVIRONMENT, message = ClusterNames.ID_MESSAGE)
                String environment,
        @Nullable @Size(max = 2_000) String description,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 300) String> bootstrapServers,
        @Nullable @Valid Credentials<Secret> credentials,
        @Nullable @Size(max = 20)
                Map<@Size(max = 200) String, @NotNull @Size(max = 2_000) String> clientProperties,
        @Nullable Boolean readOnly,
        @Nullable @Size(max = 50)
                Map<
                                @Pattern(
                                        regexp = ClusterNames.TAG_KEY,
                                        message = "is not a tag key")
                                String,
                                @Size(max = 200) String>
                        tags,
        @Nullable Origin origin)
        implements NewClusterRequest {}
