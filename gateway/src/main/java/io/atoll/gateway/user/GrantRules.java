package io.atoll.gateway.user;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.problem.Invalid;
import io.atoll.kit.problem.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Checks that need no database. */
final class GrantRules {

    static void check(String pointer, List<Grant> grants) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < grants.size(); i++) {
            errors.addAll(errors(pointer + i, grants.get(i)));
        }
        refuse(errors);
    }

    static void check(String pointer, Grant grant) {
        refuse(errors(pointer, grant));
    }

    /** An id that is none cannot be found. */
    static UUID id(String grantId) {
        try {
            return UUID.fromString(grantId);
        } catch (IllegalArgumentException _) {
            throw new NotFound("grant", grantId, List.of());
        }
    }

    static void requireOldPassword(boolean matches) {
        if (!matches) {
            throw new Invalid(
                    List.of(new FieldError("/old_password", "is not the present password")));
        }
    }

    private static List<FieldError> errors(String pointer, Grant grant) {
        var errors = new ArrayList<FieldError>();
        long limits =
                Stream.of(grant.environment(), grant.tag(), grant.cluster())
                        .filter(Objects::nonNull)
                        .count();
        if (limits > 1) {
            errors.add(
                    new FieldError(pointer, "takes at most one of environment, tag and cluster"));
        }
        String tag = grant.tag();
        if (tag != null && tag.indexOf('=') < 1) {
            errors.add(new FieldError(pointer + "/tag", "is written key=value"));
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private GrantRules() {}
}
