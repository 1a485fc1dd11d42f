package io.atoll.registry.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atoll.kit.validation.PageParameters;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The opaque token of a next page: the last id of the page before, bound to the filters of the list
 * it was made for.
 */
public final class PageToken {

    private PageToken() {}

    public static String after(String id, String filters) {
        String text = Integer.toHexString(filters.hashCode()) + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** The id after which the page begins; the empty text for the first page. */
    public static String read(@Nullable String token, String filters) {
        if (token == null || token.isBlank()) {
            return "";
        }
        String text = decode(token);
        String bound = Integer.toHexString(filters.hashCode()) + ":";
        if (!text.startsWith(bound) || !text.substring(bound.length()).matches("[a-z0-9-]+")) {
            throw PageParameters.wrongToken();
        }
        return text.substring(bound.length());
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw PageParameters.wrongToken();
        }
    }
}
