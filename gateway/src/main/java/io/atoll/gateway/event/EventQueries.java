package io.atoll.gateway.event;

import io.atoll.kit.validation.PageParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads pages of the log in memory, newest first. */
@ApplicationScoped
class EventQueries {
    private final EventLog log;

    /**
     * @param next token of the page after, empty on the last
     */
    record Page(List<LoggedEvent> events, Optional<String> next) {}

    EventQueries(EventLog log) {
        this.log = log;
    }

    Page page(EventFilter filter, PageParameters wanted) {
        int size = wanted.pageSize();
        String token = wanted.pageToken();
        long before = token.isEmpty() ? Long.MAX_VALUE : offset(token);
        List<LoggedEvent> found =
                log.before(before).stream().filter(filter::passes).limit(size + 1L).toList();
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        List<LoggedEvent> page = found.subList(0, size);
        return new Page(page, Optional.of(token(page.getLast().offset())));
    }

    private static String token(long offset) {
        byte[] text = ("e1." + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static long offset(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("e1.")) {
                return Long.parseLong(text.substring(3));
            }
        } catch (IllegalArgumentException _) {
            // Refused below like every token that is none of ours.
        }
        throw PageParameters.wrongToken();
    }
}
