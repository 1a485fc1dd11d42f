package io.atoll.web.client;

import org.jspecify.annotations.Nullable;

/**
 * Which topics to list.
 *
 * @param search part of the name
 * @param size of a page; the records of small pages are counted too
 * @param token of the page, absent for the first
 */
public record TopicListing(
        @Nullable String search, boolean internal, int size, @Nullable String token) {}
