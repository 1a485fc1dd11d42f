package io.atoll.gateway.door.rule;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a raw path means the same to everybody who will read it: no dot segments, no empty
 * segments, no path parameters, no broken escapes, no control characters, plain or escaped.
 */
public final class SafePath {
    private static final int LONGEST = 4_096;
    private static final char DELETE = 127;

    /** What a reader may take for a separator once it has unescaped. */
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    public static boolean isSafe(String path) {
        if (path.length() > LONGEST || !path.startsWith("/")) {
            return false;
        }
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() ? !last : !isSafeSegment(segments[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a raw query is one line without gaps, as what goes on by HTTP/1 must be: HTTP/2 lets
     * anything in. It holds no NUL either, plain or escaped, which no text of ours has.
     */
    public static boolean isSafeQuery(@Nullable String query) {
        return query == null
                || (!query.contains("%00") && query.chars().allMatch(c -> c > ' ' && c != DELETE));
    }

    private static boolean isSafeSegment(String segment) {
        var decoded = new StringBuilder(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                c = escaped(segment, i);
                i += 2;
            } else if (c > '~' || c == ' ' || c == '\\' || c == ';' || c == '#') {
                return false;
            }
            if (c < ' ' || c == DELETE) {
                return false;
            }
            decoded.append(c);
        }
        return Arrays.stream(SEPARATOR.split(decoded, -1))
                .noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /** The byte that is escaped at an index, 0 for a broken escape. */
    private static char escaped(String segment, int at) {
        boolean whole =
                at + 2 < segment.length()
                        && HexFormat.isHexDigit(segment.charAt(at + 1))
                        && HexFormat.isHexDigit(segment.charAt(at + 2));
        return whole ? (char) HexFormat.fromHexDigits(segment, at + 1, at + 3) : 0;
    }

    private SafePath() {}
}
