package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.kit.refusal.Invalid;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Judges grants that are to be given: well written, of roles that are there, within the ceiling.
 */
@ApplicationScoped
public class GrantService {
    private static final String OWN_ROLES = "select name, permissions from roles";

    private final Pool pool;
    private final Ceiling ceiling;
    private final Clock clock;

    GrantService(Pool pool, Ceiling ceiling, Clock clock) {
        this.pool = pool;
        this.ceiling = ceiling;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Fails unless the caller may give all of them. */
    public Uni<Void> requireGivable(String pointer, List<GrantRequest> grants) {
        GrantRules.check(pointer, grants, clock.instant());
        return requireWithinCeiling(grants, i -> pointer + i);
    }

    public Uni<Void> requireGivable(GrantRequest grant) {
        GrantRules.check(grant, clock.instant());
        return requireWithinCeiling(List.of(grant), _ -> "");
    }

    private Uni<Void> requireWithinCeiling(List<GrantRequest> grants, IntFunction<String> pointer) {
        if (grants.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return roles().map(
                        roles ->
                                IntStream.range(0, grants.size())
                                        .mapToObj(i -> gift(grants.get(i), pointer.apply(i), roles))
                                        .toList())
                .chain(ceiling::requireGivable);
    }

    private static Gift gift(
            GrantRequest grant, String pointer, Map<String, Set<Permission>> roles) {
        Set<Permission> permissions = roles.get(grant.role());
        if (permissions == null) {
            throw new Invalid(pointer + "/role", "is none of " + String.join(", ", sorted(roles)));
        }
        return new Gift(permissions, grant.expiresAt());
    }

    private static List<String> sorted(Map<String, Set<Permission>> roles) {
        return roles.keySet().stream().sorted().limit(50).toList();
    }

    /** All roles there are, with what they give. */
    public Uni<Map<String, Set<Permission>>> roles() {
        return pool.query(OWN_ROLES)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(
                                                Collectors.toMap(
                                                        r -> r.getString("name"),
                                                        r ->
                                                                StoredPermissions.of(
                                                                        Stream.of(
                                                                                r.getArrayOfStrings(
                                                                                        "permissions"))))))
                .map(GrantService::withBuiltIn);
    }

    private static Map<String, Set<Permission>> withBuiltIn(Map<String, Set<Permission>> own) {
        Arrays.stream(Role.values()).forEach(r -> own.put(r.wire(), r.permissions()));
        return own;
    }
}
