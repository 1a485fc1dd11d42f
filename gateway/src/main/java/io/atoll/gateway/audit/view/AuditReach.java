package io.atoll.gateway.audit.view;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.gateway.access.Identity;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody may see: all, or those that a row of an environment, with a tag or of a
 * cluster belongs to.
 */
record AuditReach(
        boolean everything, List<String> environments, List<String> tags, List<String> clusters) {

    static AuditReach of(Identity reader, Permission permission) {
        List<Grant> grants =
                reader.grants().stream()
                        .filter(g -> g.role().permissions().contains(permission))
                        .toList();
        return new AuditReach(
                reader.mayEverywhere(permission),
                some(grants, Grant::environment),
                some(grants, Grant::tag),
                some(grants, Grant::cluster));
    }

    private static List<String> some(List<Grant> grants, Function<Grant, @Nullable String> limit) {
        Stream<@Nullable String> all = grants.stream().map(limit);
        return all.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
