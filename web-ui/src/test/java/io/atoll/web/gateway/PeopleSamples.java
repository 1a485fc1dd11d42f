package io.atoll.web.gateway;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.ElevationView;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.RightsView;
import io.atoll.contracts.grant.RoleView;
import io.atoll.contracts.grant.UserGroupView;
import io.atoll.contracts.user.UserView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers of the API about who may do what. */
public final class PeopleSamples {

    public static final Instant LATER = Instant.parse("2126-12-03T14:00:00Z");

    /** Of environment prod, for the topics named orders-*, until LATER. */
    public static GrantView narrow(String id) {
        var names = new NamePattern(Permission.Resource.TOPIC, "orders-*");
        return new GrantView(id, "operator", "prod", null, null, names, LATER, null);
    }

    public static GrantView wide(String id, String role) {
        return new GrantView(id, role, null, null, null, null, null, null);
    }

    /** In effect only when asked for, for an hour at most. */
    public static GrantView waiting(String id) {
        return new GrantView(id, "admin", null, null, null, null, null, 60);
    }

    public static UserView user(String name, boolean disabled) {
        return new UserView(
                name,
                disabled,
                false,
                List.of(narrow("g1"), wide("g2", "viewer"), waiting("g3")),
                List.of("payments"),
                Samples.NOW,
                disabled ? null : Samples.NOW);
    }

    public static UserGroupView group(String name) {
        return new UserGroupView(
                name, "People <b>thing", List.of("ada", "bob"), List.of(narrow("g4")));
    }

    public static List<RoleView> roles() {
        return Stream.concat(
                        Stream.of(Role.values())
                                .map(r -> new RoleView(r.wire(), true, null, r.permissions())),
                        Stream.of(ownRole()))
                .toList();
    }

    public static RoleView ownRole() {
        return new RoleView("cleaner", false, "Tidies <b>thing", Set.of(Permission.TOPIC_DELETE));
    }

    /** The permission through group payments, and no other. */
    public static RightsView rights(
            Permission permission, @Nullable String cluster, @Nullable String resource) {
        var because = new RightsView.Because("operator", "payments", "g4", "all clusters", LATER);
        return new RightsView(
                "bob",
                false,
                cluster,
                resource,
                List.of(new RightsView.Held(permission, List.of(because))));
    }

    public static List<ElevationView> elevations() {
        return List.of(
                new ElevationView(waiting("g3"), null, null, null),
                new ElevationView(waiting("g5"), "payments", "To <b>thing it", LATER));
    }

    private PeopleSamples() {}
}
