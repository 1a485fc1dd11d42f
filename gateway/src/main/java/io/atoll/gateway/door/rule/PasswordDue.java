package io.atoll.gateway.door.rule;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.kit.refusal.AtollException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whoever has to change the password first is let in to that, and to signing out. */
public final class PasswordDue extends AtollException {
    public static final String PAGE = "/account/password";

    private static final Set<String> OPEN =
            Set.of("GET /api/v1/auth/me", "POST /api/v1/auth/logout");

    private PasswordDue() {
        super(
                ProblemType.PASSWORD_CHANGE_REQUIRED,
                "Choose a password of your own first: PUT /api/v1/users/{name}/password.",
                List.of(),
                Map.of());
    }

    /**
     * @param path of the request
     */
    public static void requireNone(Identity identity, Route route, String path) {
        boolean own = path.equals("/api/v1/users/" + identity.subject() + "/password");
        if (!own && !OPEN.contains(route.method() + " " + route.template())) {
            requireNone(identity);
        }
    }

    public static void requireNone(Identity identity) {
        if (identity.passwordDue()) {
            throw new PasswordDue();
        }
    }
}
