package io.atoll.gateway.legacy;

import io.atoll.contracts.legacy.LegacyMessageList;
import io.atoll.contracts.topic.ConsumeView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of {@code GET /consume} is asked for. */
public record LegacyConsumeParameters(
        @QueryParam("topic") @NotNull @Size(min = 1, max = 249) String topic,
        @QueryParam("consumer_group")
                @NotNull
                @Size(min = 1, max = 249)
                @Parameter(description = "Comes back in the answer; nobody joins it")
                String consumerGroup,
        @QueryParam("max_messages") @DefaultValue("10") @Min(1) @Max(1_000) int maxMessages,
        @QueryParam("timeout_ms") @DefaultValue("5000") @Min(100) @Max(60_000) int timeoutMs,
        @QueryParam("from_beginning")
                @DefaultValue("false")
                @Parameter(
                        description =
                                "Without effect: as there, nothing is committed, so each read"
                                        + " begins at the oldest record")
                boolean fromBeginning,
        @QueryParam("partition") @Min(0) @Nullable Integer partition) {

    /** The longest that a read of today takes. */
    private static final int LONGEST_MS = 30_000;

    /** The same question to the route of today. */
    String today() {
        String path =
                "/consume?topic=%s&from=earliest&key_encoding=text&max_records=%d&timeout_ms=%d"
                        .formatted(
                                DefaultCluster.encoded(topic),
                                maxMessages,
                                Math.min(timeoutMs, LONGEST_MS));
        return partition == null ? path : path + "&partition=" + partition;
    }

    LegacyMessageList answer(ConsumeView read, Instant now, String requestId) {
        return MessageTranslation.messages(read, consumerGroup, topic, now, requestId);
    }
}
