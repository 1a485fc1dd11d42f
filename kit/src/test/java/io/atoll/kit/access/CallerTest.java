package io.atoll.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.NotFound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final ClusterScope DEV = new ClusterScope("reef", "dev", Map.of());
    private static final ClusterScope PROD = new ClusterScope("bay", "prod", Map.of());

    private final Caller developer = caller(new Grant(Role.DEVELOPER, "dev", null, null));

    @Test
    void aGrantReachesNoFurtherThanItsLimit() {
        assertThat(developer.may(Permission.TOPIC_CREATE, DEV)).isTrue();
        assertThat(developer.may(Permission.TOPIC_CREATE, PROD)).isFalse();
        assertThat(developer.mayAnywhere(Permission.TOPIC_CREATE)).isTrue();
        assertThat(developer.mayEverywhere(Permission.TOPIC_CREATE)).isFalse();
    }

    @Test
    void whatMayNotBeSeenIsNotThere() {
        assertThatThrownBy(() -> developer.require(Permission.TOPIC_CREATE, PROD))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatMayBeSeenIsForbidden() {
        assertThatThrownBy(() -> developer.require(Permission.CLUSTER_DELETE, DEV))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsGrantedPasses() {
        assertThatCode(() -> developer.require(Permission.TOPIC_CREATE, DEV))
                .doesNotThrowAnyException();
    }

    @Test
    void noGrantsMeanNothing() {
        for (var permission : Permission.values()) {
            assertThat(caller().mayAnywhere(permission)).isFalse();
        }
    }

    @Test
    void theSystemMayDoAllEverywhere() {
        for (var permission : Permission.values()) {
            assertThat(Caller.system("reaper", "t").mayEverywhere(permission)).isTrue();
        }
    }

    private static Caller caller(Grant... grants) {
        return new Caller("mira", "user", List.of(grants), "t", null);
    }
}
