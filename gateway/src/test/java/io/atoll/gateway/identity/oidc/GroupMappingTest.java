package io.atoll.gateway.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.contracts.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupMappingTest {

    @Test
    void what_is_mapped_counts_and_nothing_else() {
        var mapping = GroupMapping.of("a=ours, b=ours,b=more", "a=viewer,c=admin");
        assertThat(mapping.groupsOf(List.of("a", "b", "x"))).containsExactly("more", "ours");
        assertThat(mapping.rolesOf(List.of("a", "b", "x"))).containsExactly(Role.VIEWER);
        assertThat(mapping.groupsOf(List.of("ours"))).isEmpty();
        assertThat(GroupMapping.of("", "").rolesOf(List.of("admin"))).isEmpty();
    }

    @Test
    void the_last_equals_sign_of_a_pair_counts() {
        assertThat(GroupMapping.of("cn=admins=ours", "").groupsOf(List.of("cn=admins")))
                .containsExactly("ours");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> GroupMapping.of("a", "")).hasMessageContaining("'a'");
        assertThatThrownBy(() -> GroupMapping.of("", "a=root")).hasMessageContaining("'root'");
    }
}
