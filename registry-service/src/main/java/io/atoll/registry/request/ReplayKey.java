package io.atoll.registry.request;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose answer is kept, and under what.
 *
 * @param value the header {@code Idempotency-Key}; absent: nothing is kept
 */
public record ReplayKey(String subject, @Nullable String value) {

    public ReplayKey {
        if (value != null && !value.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Invalid(
                    List.of(
                            new FieldError(
                                    "Idempotency-Key",
                                    "must be 1 to 255 visible ASCII characters without spaces")));
        }
    }
}
