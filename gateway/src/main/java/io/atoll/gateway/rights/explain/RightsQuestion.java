package io.atoll.gateway.rights.explain;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a user's rights.
 *
 * @param cluster absent: any
 * @param resource name of a topic, group or queue of the cluster
 */
public record RightsQuestion(
        @QueryParam("cluster") @Size(max = 63) @Nullable String cluster,
        @QueryParam("resource") @Size(max = 255) @Nullable String resource) {}
