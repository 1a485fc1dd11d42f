package io.atoll.gateway.rights.explain;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import io.atoll.contracts.grant.RightsView.Because;
import io.atoll.contracts.grant.RightsView.Held;
import io.atoll.gateway.rights.grant.HeldGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the grants that give each permission, by asking each grant alone. */
final class RightsExplainer {

    /**
     * @param scope empty: on any cluster
     * @param name of a topic, group or queue; null: any, or all where the grants say so
     */
    static List<Held> explain(
            List<HeldGrant> held,
            Optional<ClusterScope> scope,
            @Nullable String name,
            Instant now) {
        var inEffect = held.stream().filter(h -> h.isInEffect(now)).toList();
        return Arrays.stream(Permission.values())
                .map(p -> new Held(p, because(inEffect, p, scope, name)))
                .filter(h -> !h.because().isEmpty())
                .toList();
    }

    private static List<Because> because(
            List<HeldGrant> held,
            Permission permission,
            Optional<ClusterScope> scope,
            @Nullable String name) {
        return held.stream()
                .filter(h -> gives(h.grant(), permission, scope, name))
                .map(RightsExplainer::because)
                .toList();
    }

    private static boolean gives(
            Grant grant,
            Permission permission,
            Optional<ClusterScope> scope,
            @Nullable String name) {
        var rights = new Rights(List.of(grant));
        if (scope.isEmpty()) {
            return rights.mayAnywhere(permission);
        }
        return name == null
                ? rights.maySome(permission, scope.get())
                : rights.may(permission, scope.get(), name);
    }

    private static Because because(HeldGrant held) {
        return new Because(
                held.view().role(),
                held.group(),
                held.view().id(),
                limits(held.grant()),
                held.endsAt());
    }

    /** In words. */
    static String limits(Grant grant) {
        var words = new ArrayList<String>();
        NamePattern names = grant.names();
        if (names != null) {
            words.add(names.resource().wire() + "s named " + names.pattern());
        }
        if (grant.environment() != null) {
            words.add("clusters of environment " + grant.environment());
        } else if (grant.tag() != null) {
            words.add("clusters with the tag " + grant.tag());
        } else if (grant.cluster() != null) {
            words.add("cluster " + grant.cluster());
        } else {
            words.add("all clusters");
        }
        return String.join(" on ", words);
    }

    private RightsExplainer() {}
}
