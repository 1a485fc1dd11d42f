package io.atoll.web.shell;

import java.util.List;

/** What a person can do about a failed page. */
final class Advice {

    private static final List<String> SHELVES =
            List.of("/access/users/", "/access/groups/", "/access/roles/", "/templates/");

    static String on(int status) {
        return switch (status) {
            case 403 ->
                    "Your role does not allow this. Ask an administrator for a grant on this"
                            + " cluster or environment.";
            case 404 ->
                    "It may have been deleted or renamed, or your role does not reach it."
                            + " Look for it in the fleet.";
            case 409, 412 -> "Somebody or something was faster. Look at it as it is now and retry.";
            case 429 -> "You are going faster than the limit allows. Wait a moment and retry.";
            case 502, 503, 504 ->
                    "A service of Atoll is away or still starting. Your clusters keep running"
                            + " without it. This page tries again by itself.";
            default ->
                    status >= 500
                            ? "This is a fault of Atoll. The trace id below finds it in the logs."
                            : "Check the address or go back and try again.";
        };
    }

    /** Where things of the names that come near would be: beside what was looked for. */
    static String shelf(String path) {
        return SHELVES.stream().filter(path::startsWith).findFirst().orElse("/clusters/");
    }

    private Advice() {}
}
