package io.atoll.web.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An action in plain words: {@code user-group.delete} is {@code User group: delete}. */
final class ActionLabel {
    /** How operations were called before; such rows stay as they were written. */
    private static final Pattern OPERATION = Pattern.compile("([A-Za-z]+)Resource_([A-Za-z]+)");

    static String of(String action) {
        Matcher old = OPERATION.matcher(action);
        String name = old.matches() ? kebab(old.group(1)) + "." + kebab(old.group(2)) : action;
        String words = name.replaceAll("[-_]", " ").replace(".", ": ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private ActionLabel() {}
}
