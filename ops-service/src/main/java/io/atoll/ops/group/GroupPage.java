package io.atoll.ops.group;

import io.atoll.kit.problem.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of the groups by name. The token holds the last name seen, so pages stay right when
 * groups come and go in between. Pure.
 *
 * @param total groups that match, on all pages
 * @param next token of the next page, empty on the last
 */
record GroupPage(List<GroupRow> rows, int total, Optional<String> next) {

    static GroupPage of(List<GroupRow> groups, GroupListParameters wanted) {
        var matching =
                groups.stream()
                        .filter(row -> matches(row, wanted))
                        .sorted(Comparator.comparing(GroupRow::name))
                        .toList();
        var after = name(wanted.pageToken());
        var rest =
                matching.stream()
                        .filter(row -> after == null || row.name().compareTo(after) > 0)
                        .limit(wanted.pageSize() + 1L)
                        .toList();
        if (rest.size() <= wanted.pageSize()) {
            return new GroupPage(rest, matching.size(), Optional.empty());
        }
        var rows = rest.subList(0, wanted.pageSize());
        return new GroupPage(rows, matching.size(), Optional.of(token(rows.getLast().name())));
    }

    private static boolean matches(GroupRow row, GroupListParameters wanted) {
        if (wanted.state() != null && !wanted.state().equals(row.state())) {
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
        } catch (IllegalArgumentException _) {
            throw new Invalid("?page_token", "is not a token of this list");
        }
    }
}
