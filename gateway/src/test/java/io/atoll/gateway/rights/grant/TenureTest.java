package io.atoll.gateway.rights.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.GrantView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenureTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final Set<Permission> VIEW = Set.of(Permission.TOPIC_VIEW);
    private static final Set<Permission> CREATE = Set.of(Permission.TOPIC_CREATE);

    private static HeldGrant held(Role role, @Nullable String environment, @Nullable Instant ends) {
        return held(role, environment, ends, null, null);
    }

    private static HeldGrant held(
            Role role,
            @Nullable String environment,
            @Nullable Instant ends,
            @Nullable Integer minutes,
            @Nullable Instant elevatedUntil) {
        var view = new GrantView("g", role.wire(), environment, null, null, null, ends, minutes);
        return new HeldGrant(view, null, HeldGrant.grant(view, null), null, elevatedUntil);
    }

    private static Tenure tenure(HeldGrant... held) {
        return Tenure.of(List.of(held), NOW);
    }

    private static List<Gift> gift(Set<Permission> permissions, @Nullable Instant until) {
        return List.of(new Gift(permissions, until));
    }

    @Test
    void who_has_it_for_good_gives_it_for_good() {
        assertThat(tenure(held(Role.VIEWER, null, null)).endsBefore(gift(VIEW, null))).isEmpty();
    }

    @Test
    void who_has_it_for_a_time_gives_it_until_then_and_no_longer() {
        var tenure = tenure(held(Role.VIEWER, null, LATER));
        assertThat(tenure.endsBefore(gift(VIEW, LATER))).isEmpty();
        assertThat(tenure.endsBefore(gift(VIEW, LATER.plusNanos(1)))).contains(LATER);
        assertThat(tenure.endsBefore(gift(VIEW, null))).contains(LATER);
    }

    @Test
    void of_several_grants_the_longest_counts_for_what_it_gives() {
        var tenure =
                tenure(
                        held(Role.VIEWER, null, SOON),
                        held(Role.VIEWER, null, null),
                        held(Role.DEVELOPER, null, LATER),
                        held(Role.ADMIN, null, SOON));
        assertThat(tenure.endsBefore(gift(VIEW, null))).isEmpty();
        assertThat(tenure.endsBefore(gift(CREATE, null))).contains(LATER);
        assertThat(
                        tenure.endsBefore(
                                List.of(
                                        new Gift(CREATE, null),
                                        new Gift(Set.of(Permission.USER_MANAGE), null))))
                .contains(SOON);
    }

    @Test
    void an_elevation_counts_until_it_ends_and_not_before_it_is_asked_for() {
        assertThat(tenure(held(Role.VIEWER, null, LATER, 30, SOON)).endsBefore(gift(VIEW, LATER)))
                .contains(SOON);
        assertThat(tenure(held(Role.VIEWER, null, null, 30, null)).endsBefore(gift(VIEW, SOON)))
                .contains(Instant.MIN);
    }

    @Test
    void a_grant_with_limits_or_that_is_over_counts_for_nothing() {
        assertThat(tenure(held(Role.VIEWER, "dev", null)).endsBefore(gift(VIEW, SOON)))
                .contains(Instant.MIN);
        assertThat(tenure(held(Role.VIEWER, null, NOW)).endsBefore(gift(VIEW, SOON)))
                .contains(Instant.MIN);
    }

    @Test
    void a_membership_brings_what_waits_to_be_asked_for_but_not_what_is_over() {
        var waiting = held(Role.VIEWER, null, null, 30, null);
        assertThat(Gift.of(List.of(waiting, held(Role.ADMIN, null, NOW)), NOW))
                .containsExactly(new Gift(Role.VIEWER.permissions(), null));
    }
}
