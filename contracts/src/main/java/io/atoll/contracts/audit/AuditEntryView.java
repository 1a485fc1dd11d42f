package io.atoll.contracts.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt with all that is known of it.
 *
 * @param no of its first row in the chain
 * @param subject who, absent where nobody had signed in
 * @param kind what the subject is: user, key or system
 * @param keyId of the API key that the subject, its owner, acted by; absent for people
 * @param keyName of that key at that time
 * @param action noun and verb, as the operation of the API is called, for example {@code
 *     topic.create}
 * @param permission that the action needs, absent where it needs none
 * @param cluster id of the cluster it is about, absent for those about none
 * @param status of the answer, absent where none is known
 * @param trace id of the request, as in the header X-Trace-Id of its answer
 * @param address where the request came from
 * @param path of the request, without its query
 * @param count how many attempts this stands for; over 1 where denied ones were counted together
 * @param millis how long the answer took
 * @param dryRun true: only a plan was asked for
 * @param reason a sentence about what is odd
 */
public record AuditEntryView(
        String id,
        long no,
        Instant at,
        @Nullable String subject,
        @Nullable String kind,
        @Nullable String keyId,
        @Nullable String keyName,
        String action,
        @Nullable String permission,
        @Nullable String cluster,
        AuditOutcome outcome,
        @Nullable Integer status,
        @Nullable String trace,
        @Nullable String address,
        @Nullable String method,
        @Nullable String path,
        long count,
        @Nullable Long millis,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean dryRun,
        @Nullable String reason,
        List<AuditEffectView> effects) {

    public AuditEntryView {
        effects = List.copyOf(effects);
    }
}
