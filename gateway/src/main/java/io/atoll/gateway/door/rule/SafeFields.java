package io.atoll.gateway.door.rule;

import java.util.Map;

/**
 * Whether header fields hold no more than those of HTTP/1 can (RFC 9110, 5.1 and 5.5): HTTP/2 lets
 * anything in. What goes on to a service would begin another field there, or break off on the way
 * and hold its connection for ever.
 */
public final class SafeFields {
    private static final String SEPARATORS = "\"(),/:;<=>?@[\\]{}";
    private static final char DELETE = 127;

    public static boolean areSafe(Iterable<Map.Entry<String, String>> fields) {
        for (Map.Entry<String, String> field : fields) {
            if (!field.getKey().chars().allMatch(SafeFields::isOfName)
                    || !field.getValue().chars().allMatch(SafeFields::isOfValue)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(int c) {
        return c > ' ' && c < DELETE && SEPARATORS.indexOf(c) < 0;
    }

    private static boolean isOfValue(int c) {
        return (c >= ' ' && c != DELETE) || c == '\t';
    }

    private SafeFields() {}
}
