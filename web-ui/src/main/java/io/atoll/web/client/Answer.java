package io.atoll.web.client;

import org.jspecify.annotations.Nullable;

/**
 * A body with what its headers say.
 *
 * @param location of what was made, absent where nothing was
 * @param nextToken page token of the next page, absent on the last
 */
public record Answer<T>(T body, @Nullable String location, @Nullable String nextToken) {}
