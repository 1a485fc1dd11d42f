package io.atoll.ops.topic;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.problem.Invalid;
import io.atoll.ops.picture.TopicRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One page of a sorted list of topics. The token holds the last name seen, so pages stay right
/// when topics come and go in between. Pure.
///
/// @param total topics that match, on all pages
/// @param next token of the next page, empty on the last
record TopicPage(List<TopicRow> rows, int total, Optional<String> next) {

    static TopicPage of(List<TopicRow> sorted, TopicListParameters wanted) {
        var matching = sorted.stream().filter(row -> matches(row, wanted)).toList();
        var after = name(wanted.pageToken());
        var rest =
                matching.stream()
                        .filter(row -> after == null || row.name().compareTo(after) > 0)
                        .limit(wanted.pageSize() + 1L)
                        .toList();
        if (rest.size() <= wanted.pageSize()) {
            return new TopicPage(rest, matching.size(), Optional.empty());
        }
        var rows = rest.subList(0, wanted.pageSize());
        return new TopicPage(rows, matching.size(), Optional.of(token(rows.getLast().name())));
    }

    private static boolean matches(TopicRow row, TopicListParameters wanted) {
        if (row.internal() && !wanted.internal()) {
            return false;
        }
        var q = wanted.q();
        return q == null
                || row.name().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }

    private static String token(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String name(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Invalid(
                    List.of(new FieldError("?page_token", "is not a token of this list")));
        }
    }
}
