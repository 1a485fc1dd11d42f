package io.atoll.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Permission.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
    private static final ClusterScope A = new ClusterScope("a", "prod", Map.of("team", "shop"));
    private static final ClusterScope B = new ClusterScope("b", "dev", Map.of());
    private static final NamePattern ORDERS = new NamePattern(Resource.TOPIC, "orders-*");

    private static Rights of(Grant... grants) {
        return new Rights(List.of(grants));
    }

    @Test
    void a_grant_on_one_cluster_gives_nothing_on_another() {
        var rights = of(new Grant(Role.ADMIN, null, null, "a"));
        for (Permission permission : Permission.values()) {
            assertThat(rights.may(permission, A)).as("%s", permission).isTrue();
            assertThat(rights.may(permission, B)).as("%s", permission).isFalse();
            assertThat(rights.maySome(permission, B)).isFalse();
            assertThat(rights.mayEverywhere(permission)).isFalse();
        }
    }

    @Test
    void a_grant_for_names_gives_those_names_and_the_view_of_their_cluster() {
        var rights =
                of(new Grant("operator", Role.OPERATOR.permissions(), "prod", null, null, ORDERS));
        assertThat(rights.may(Permission.TOPIC_DELETE, A, "orders-eu")).isTrue();
        assertThat(rights.may(Permission.TOPIC_DELETE, A, "payments")).isFalse();
        assertThat(rights.may(Permission.TOPIC_DELETE, A)).isFalse();
        assertThat(rights.maySome(Permission.TOPIC_DELETE, A)).isTrue();
        assertThat(rights.may(Permission.CLUSTER_VIEW, A)).isTrue();
        assertThat(rights.onCluster(A)).containsExactly(Permission.CLUSTER_VIEW);
        assertThat(rights.may(Permission.CLUSTER_DELETE, A)).isFalse();
        assertThat(rights.may(Permission.GROUP_VIEW, A, "orders-eu")).isFalse();
        assertThat(rights.may(Permission.TOPIC_DELETE, B, "orders-eu")).isFalse();
        assertThat(rights.mayAnywhere(Permission.TEMPLATE_EDIT)).isFalse();
    }

    @Test
    void a_grant_for_names_on_all_clusters_is_not_everywhere() {
        var rights = of(new Grant("admin", Role.ADMIN.permissions(), null, null, null, ORDERS));
        for (Permission permission : Permission.values()) {
            assertThat(rights.mayEverywhere(permission)).as("%s", permission).isFalse();
        }
    }

    @Test
    void limits_only_ever_take_away() {
        var rights =
                of(
                        new Grant(Role.OPERATOR, null, "team=shop", null),
                        new Grant(Role.VIEWER, null, null, "b"));
        var limited =
                rights.limitedTo(
                        Set.of(Permission.CLUSTER_VIEW, Permission.TOPIC_DELETE), Set.of("b"));
        assertThat(limited.may(Permission.CLUSTER_VIEW, B)).isTrue();
        assertThat(limited.may(Permission.TOPIC_DELETE, B)).isFalse();
        assertThat(limited.may(Permission.CLUSTER_VIEW, A)).isFalse();
        assertThat(limited.may(Permission.TOPIC_VIEW, B)).isFalse();
        assertThat(rights.limitedTo(Set.of(), Set.of()).permissions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders-*,orders-eu,true",
        "orders-*,orders-,true",
        "orders-*,orders,false",
        "*,anything,true",
        "*-dlq,a-b-dlq,true",
        "*-dlq,a-dlq-b,false",
        "a*b*c,aXXbYYc,true",
        "a*b*c,ac,false",
        "a.b,aXb,false",
        "exact,exact,true",
        "exact,exactly,false",
    })
    void a_star_stands_for_any_characters_and_nothing_else_is_special(
            String pattern, String name, boolean matches) {
        assertThat(new NamePattern(Resource.TOPIC, pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void a_hostile_pattern_takes_bounded_steps() {
        var pattern = new NamePattern(Resource.TOPIC, "a*".repeat(120) + "b");
        assertThat(pattern.matches("a".repeat(249))).isFalse();
    }

    @Test
    void every_permission_about_something_in_a_cluster_implies_the_view_of_the_cluster() {
        Arrays.stream(Permission.values())
                .filter(p -> p.resource() != Resource.PLATFORM)
                .forEach(
                        p ->
                                assertThat(Permission.withImplied(Set.of(p)))
                                        .as("%s", p)
                                        .contains(Permission.CLUSTER_VIEW));
    }

    @Test
    void each_built_in_role_contains_the_one_before_and_only_admin_manages_users() {
        for (int i = 1; i < Role.values().length; i++) {
            assertThat(Role.values()[i].permissions())
                    .containsAll(Role.values()[i - 1].permissions());
        }
        assertThat(Role.OPERATOR.permissions())
                .doesNotContain(
                        Permission.USER_MANAGE, Permission.ROLE_MANAGE, Permission.API_KEY_MANAGE);
    }

    @Test
    void a_grant_reads_back_as_it_was_written_and_a_built_in_role_is_just_its_name()
            throws Exception {
        var mapper = new ObjectMapper();
        var plain = new Grant(Role.VIEWER, "dev", null, null);
        assertThat(mapper.writeValueAsString(plain))
                .isEqualTo("{\"role\":\"viewer\",\"environment\":\"dev\"}");
        assertThat(mapper.readValue(mapper.writeValueAsString(plain), Grant.class))
                .isEqualTo(plain);
        var own = new Grant("on-call", Set.of(Permission.TOPIC_VIEW), null, null, "a", ORDERS);
        assertThat(mapper.readValue(mapper.writeValueAsString(own), Grant.class)).isEqualTo(own);
    }
}
