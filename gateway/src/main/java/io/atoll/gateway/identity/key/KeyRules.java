package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.atoll.contracts.key.RotateApiKeyRequest;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks that need no database. */
final class KeyRules {

    /** Who has one of these can make itself anything: people have them, keys do not. */
    static final Set<Permission> NEVER =
            EnumSet.of(Permission.USER_MANAGE, Permission.ROLE_MANAGE, Permission.API_KEY_MANAGE);

    /** Rights travel in a header: each permission on each cluster takes room there. */
    private static final int MOST_PAIRS = 400;

    /** When the key ends. */
    static Instant check(CreateApiKeyRequest request, KeyConfig config, Instant now) {
        var errors = new ArrayList<FieldError>();
        if (request.scopes().stream().anyMatch(NEVER::contains)) {
            errors.add(
                    new FieldError("/scopes", "holds what keys never may: one of " + names(NEVER)));
        }
        int pairs = Permission.withImplied(request.scopes()).size() * request.limit().size();
        if (pairs > MOST_PAIRS) {
            errors.add(
                    new FieldError(
                            "/clusters", "too many for so many scopes; make more than one key"));
        }
        Instant given = request.expiresAt();
        Instant ends = given == null ? now.plus(config.life()) : given;
        errors.addAll(wrongEnd(ends, config, now));
        refuse(errors);
        return ends;
    }

    static void check(RotateApiKeyRequest request, KeyConfig config, Instant now) {
        Instant given = request.expiresAt();
        refuse(given == null ? List.of() : wrongEnd(given, config, now));
    }

    private static List<FieldError> wrongEnd(Instant ends, KeyConfig config, Instant now) {
        if (ends.isAfter(now) && !ends.isAfter(now.plus(config.longestLife()))) {
            return List.of();
        }
        long days = config.longestLife().toDays();
        return List.of(
                new FieldError("/expires_at", "must be to come, in at most " + days + " days"));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static List<Permission> names(Set<Permission> permissions) {
        return permissions.stream().sorted().toList();
    }

    private KeyRules() {}
}
