package io.atoll.gateway.identity.user;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import java.util.List;

/** What a new password must be, besides its length. */
final class PasswordRules {

    static void requireOld(boolean matches) {
        require(matches, "/old_password", "is not the present password");
    }

    static void requireNew(String old, String password) {
        require(!password.equals(old), "/new_password", "is the old password");
    }

    static void requireNotTheName(String pointer, String name, String password) {
        require(!password.equalsIgnoreCase(name), pointer, "is the name of the user");
    }

    private static void require(boolean holds, String pointer, String otherwise) {
        if (!holds) {
            throw new Invalid(List.of(new FieldError(pointer, otherwise)));
        }
    }

    private PasswordRules() {}
}
