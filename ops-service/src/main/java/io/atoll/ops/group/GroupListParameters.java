package io.atoll.ops.group;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of a list of groups is asked for. */
public record GroupListParameters(
        @QueryParam("q")
                @Size(max = 249)
                @Parameter(description = "Only names that contain this, in any case")
                @Nullable String q,
        @QueryParam("state")
                @Pattern(
                        regexp =
                                "stable|empty|dead|preparing_rebalance|completing_rebalance|assigning|reconciling|unknown",
                        message =
                                "must be stable, empty, dead, preparing_rebalance,"
                                        + " completing_rebalance, assigning, reconciling or"
                                        + " unknown")
                @Parameter(description = "Only groups in this state")
                @Nullable String state,
        @QueryParam("members")
                @DefaultValue("false")
                @Parameter(description = "Also the members and what they read")
                boolean members,
        @QueryParam("page_size") @DefaultValue("100") @Min(1) @Max(1_000) int pageSize,
        @QueryParam("page_token")
                @Size(max = 2_800)
                @Parameter(description = "From the Link header of the page before")
                @Nullable String pageToken) {}
