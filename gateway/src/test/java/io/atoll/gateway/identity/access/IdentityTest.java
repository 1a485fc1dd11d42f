package io.atoll.gateway.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final ClusterScope ORDERS =
            new ClusterScope("orders", "dev", Map.of("team", "shop"));

    private static Identity with(Grant... grants) {
        return new Identity("ada", Identity.USER, UUID.randomUUID(), false, List.of(grants), null);
    }

    @Test
    void a_grant_counts_where_it_reaches_and_for_what_its_role_allows() {
        Identity ada = with(new Grant(Role.DEVELOPER, null, "team=shop", null));
        assertThat(ada.may(Permission.MESSAGE_PRODUCE, ORDERS)).isTrue();
        assertThat(ada.may(Permission.CLUSTER_DELETE, ORDERS)).isFalse();
        assertThat(
                        ada.may(
                                Permission.MESSAGE_PRODUCE,
                                new ClusterScope("x", "dev", Map.of("team", "pay"))))
                .isFalse();
        assertThat(ada.mayAnywhere(Permission.MESSAGE_PRODUCE)).isTrue();
        assertThat(ada.mayEverywhere(Permission.MESSAGE_PRODUCE)).isFalse();
    }

    @Test
    void an_admin_of_one_environment_is_no_admin_everywhere() {
        Identity ada = with(new Grant(Role.ADMIN, "dev", null, null));
        assertThat(ada.mayAnywhere(Permission.USER_MANAGE)).isTrue();
        assertThat(ada.mayEverywhere(Permission.USER_MANAGE)).isFalse();
    }

    @Test
    void without_grants_nothing_is_allowed() {
        assertThat(with().rights().permissions()).isEmpty();
        assertThat(with().may(Permission.CLUSTER_VIEW, ORDERS)).isFalse();
    }
}
