package io.atoll.kit.validation;

import io.atoll.kit.refusal.Malformed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which part of a list is asked for.
 *
 * @param pageToken where the page before ended, from its Link header; empty for the first
 */
public record PageParameters(
        @QueryParam("page_size") @DefaultValue("100") @Min(1) @Max(1000) int pageSize,
        @QueryParam("page_token") @DefaultValue("") String pageToken) {

    /** Refuses a token that no page of the list gave. */
    public static Malformed wrongToken() {
        return new Malformed(
                "?page_token",
                "is not a token of this list; take it from the Link header and keep the other"
                        + " parameters as they were");
    }

    /** How many rows to read: one more than the page holds tells that there is another page. */
    public int rows() {
        return pageSize + 1;
    }
}
