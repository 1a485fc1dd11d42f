package io.atoll.gateway.identity.signin;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of this site and nothing else. */
final class SafeNext {
    static final String HOME = "/";
    private static final int LONGEST = 2_000;

    /**
     * The path as given where it surely stays on this site, else {@link #HOME}. Browsers take a
     * backslash for a slash and drop tabs and line breaks, so only plain printable characters pass.
     */
    static String of(@Nullable String next) {
        if (next == null || next.length() > LONGEST || !next.startsWith("/")) {
            return HOME;
        }
        boolean otherHost = next.startsWith("//");
        boolean odd = next.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\');
        boolean loop = next.startsWith("/signin") || next.startsWith("/session");
        return otherHost || odd || loop ? HOME : next;
    }

    private SafeNext() {}
}
