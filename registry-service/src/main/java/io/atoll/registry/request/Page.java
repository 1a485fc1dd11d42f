package io.atoll.registry.request;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next token of the next page, absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /** Reads the query parameter {@code page_size}. */
    public static int size(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return USUAL;
        }
        if (!given.matches("[0-9]{1,4}")
                || Integer.parseInt(given) < 1
                || Integer.parseInt(given) > MOST) {
            throw new Invalid(
                    List.of(new FieldError("?page_size", "must be a whole number from 1 to 1000")));
        }
        return Integer.parseInt(given);
    }
}
