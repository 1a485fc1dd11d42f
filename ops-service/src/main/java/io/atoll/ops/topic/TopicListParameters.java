package io.atoll.ops.topic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What of a list of topics is asked for.
public record TopicListParameters(
        @QueryParam("q")
                @Size(max = 249)
                @Parameter(description = "Only names that contain this, in any case")
                @Nullable String q,
        @QueryParam("internal")
                @DefaultValue("false")
                @Parameter(description = "Also the topics of Kafka itself")
                boolean internal,
        @QueryParam("records")
                @DefaultValue("false")
                @Parameter(description = "Also the number of records, asked of the cluster")
                boolean records,
        @QueryParam("config")
                @DefaultValue("false")
                @Parameter(description = "Also the settings of their own, asked of the cluster")
                boolean config,
        @QueryParam("fresh")
                @DefaultValue("false")
                @Parameter(description = "Ask the cluster instead of answering from memory")
                boolean fresh,
        @QueryParam("page_size") @DefaultValue("100") @Min(1) @Max(1_000) int pageSize,
        @QueryParam("page_token")
                @Size(max = 400)
                @Parameter(description = "From the Link header of the page before")
                @Nullable String pageToken) {}
