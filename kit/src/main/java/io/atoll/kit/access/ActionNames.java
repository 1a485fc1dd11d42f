package io.atoll.kit.access;

import java.util.Locale;

/**
 * What an operation is called in documents and in the audit: the noun of its resource, a dot, the
 * verb of its method, both in kebab-case, for example {@code user-group.delete}.
 */
final class ActionNames {
    private static final String ROLE = "Resource";

    /**
     * @param type simple name of the resource class; its role is no part of the noun
     */
    static String of(String type, String method) {
        String noun = type.endsWith(ROLE) ? type.substring(0, type.length() - ROLE.length()) : type;
        return kebab(noun) + "." + kebab(method);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private ActionNames() {}
}
