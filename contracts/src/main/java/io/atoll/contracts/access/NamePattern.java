package io.atoll.contracts.access;

import io.atoll.contracts.access.Permission.Resource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Names of topics, groups or queues.
 *
 * @param resource topic, group or queue
 * @param pattern a name, in which {@code *} stands for any number of characters
 */
public record NamePattern(
        @NotNull Resource resource,
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9._*-]{1,255}",
                        message = "must be letters, digits, '.', '_', '-' and '*', at most 255")
                String pattern) {

    /** Takes steps of at most the length of the name times that of the pattern. */
    public boolean matches(String name) {
        int at = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = n;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(n)) {
                at++;
                n++;
            } else if (star >= 0) {
                at = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
