package io.atoll.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantTest {

    private final ClusterScope orders = new ClusterScope("orders", "prod", Map.of("team", "shop"));

    @Test
    void grantWithoutLimitCoversEveryCluster() {
        assertThat(Grant.everywhere(Role.VIEWER).covers(orders)).isTrue();
    }

    @Test
    void environmentGrantCoversOnlyItsEnvironment() {
        assertThat(new Grant(Role.VIEWER, "prod", null, null).covers(orders)).isTrue();
        assertThat(new Grant(Role.VIEWER, "pro", null, null).covers(orders)).isFalse();
    }

    @Test
    void tagGrantNeedsKeyAndValue() {
        assertThat(new Grant(Role.VIEWER, null, "team=shop", null).covers(orders)).isTrue();
        assertThat(new Grant(Role.VIEWER, null, "team=shopping", null).covers(orders)).isFalse();
        assertThat(new Grant(Role.VIEWER, null, "team", null).covers(orders)).isFalse();
    }

    @Test
    void clusterGrantCoversOnlyThatCluster() {
        assertThat(new Grant(Role.VIEWER, null, null, "orders").covers(orders)).isTrue();
        assertThat(new Grant(Role.VIEWER, null, null, "order").covers(orders)).isFalse();
    }

    @Test
    void eachRoleMayWhatTheOneBelowItMay() {
        Role[] roles = Role.values();
        for (int i = 1; i < roles.length; i++) {
            assertThat(roles[i].permissions()).containsAll(roles[i - 1].permissions());
        }
    }

    @Test
    void onlyAdminMayManageUsers() {
        assertThat(Role.OPERATOR.permissions()).doesNotContain(Permission.USER_MANAGE);
        assertThat(Role.ADMIN.permissions()).contains(Permission.USER_MANAGE);
    }
}
