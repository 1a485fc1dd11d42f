package io.atoll.contracts.access;

import org.jspecify.annotations.Nullable;

/** A grant that a user holds, with the id to take it away by. See {@link Grant}. */
public record GrantView(
        String id,
        Role role,
        @Nullable String environment,
        @Nullable String tag,
        @Nullable String cluster) {}
