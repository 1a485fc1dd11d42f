package io.atoll.ops.listing;

import jakarta.ws.rs.core.UriInfo;

/** Texts for the headers around a list. */
public final class ListHeaders {

    /** The link to the next page of the list that was asked for. */
    public static String next(UriInfo uri, String token) {
        var page = uri.getRequestUriBuilder().replaceQueryParam("page_token", token).build();
        return "<%s?%s>; rel=\"next\"".formatted(page.getRawPath(), page.getRawQuery());
    }

    /** A reason without what a header cannot hold. */
    public static String oneLine(String reason) {
        return reason.replaceAll("[^\\x20-\\x7e]", " ");
    }

    private ListHeaders() {}
}
