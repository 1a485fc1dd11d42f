package io.atoll.ops.listing;

import io.atoll.kit.validation.PageParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in order of names. The token holds the last name seen, so pages stay right
 * when things come and go in between. Pure.
 *
 * @param total rows on all pages
 * @param next token of the next page, empty on the last
 */
public record NamePage<T>(List<T> rows, int total, Optional<String> next) {

    /**
     * @param sorted by name
     * @param size at least 1
     * @param token of the page before; null or empty: the first page
     */
    public static <T> NamePage<T> of(
            List<T> sorted, Function<T, String> name, int size, @Nullable String token) {
        var after = after(token);
        var rest =
                sorted.stream()
                        .filter(row -> after == null || name.apply(row).compareTo(after) > 0)
                        .limit(size + 1L)
                        .toList();
        if (rest.size() <= size) {
            return new NamePage<>(rest, sorted.size(), Optional.empty());
        }
        var rows = rest.subList(0, size);
        return new NamePage<>(rows, sorted.size(), Optional.of(token(name.apply(rows.getLast()))));
    }

    /** Whether a name contains what is looked for, in any case; null: everything does. */
    public static boolean isFound(String name, @Nullable String wanted) {
        return wanted == null
                || name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static String token(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String after(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw PageParameters.wrongToken();
        }
    }
}
