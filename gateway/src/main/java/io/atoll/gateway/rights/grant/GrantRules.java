package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission.Resource;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Checks that need no database. */
public final class GrantRules {
    private static final Set<Resource> NAMED =
            EnumSet.of(Resource.TOPIC, Resource.GROUP, Resource.QUEUE);

    public static void check(String pointer, List<GrantRequest> grants, Instant now) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < grants.size(); i++) {
            errors.addAll(errors(pointer + i, grants.get(i), now));
        }
        refuse(errors);
    }

    public static void check(GrantRequest grant, Instant now) {
        refuse(errors("", grant, now));
    }

    /** An id that is none cannot be found. */
    public static UUID id(String grantId) {
        try {
            return UUID.fromString(grantId);
        } catch (IllegalArgumentException _) {
            throw new NotFound("grant", grantId, List.of());
        }
    }

    private static List<FieldError> errors(String pointer, GrantRequest grant, Instant now) {
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
        NamePattern names = grant.names();
        if (names != null && !NAMED.contains(names.resource())) {
            errors.add(new FieldError(pointer + "/names/resource", "is topic, group or queue"));
        }
        Instant expires = grant.expiresAt();
        if (expires != null && !expires.isAfter(now)) {
            errors.add(new FieldError(pointer + "/expires_at", "has passed"));
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
