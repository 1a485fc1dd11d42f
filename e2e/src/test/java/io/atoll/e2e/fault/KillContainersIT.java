package io.atoll.e2e.fault;

import io.atoll.e2e.suite.Docker;
import io.atoll.e2e.suite.DockerDaemon;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;

/** Clusters whose nodes are containers; the daemon itself is killed too, where it may be. */
@Order(81)
class KillContainersIT extends KillRounds {
    KillContainersIT() {
        super(Ground.DOCKER);
    }

    @BeforeAll
    static void assumeThereIsDocker() {
        Docker.require();
    }

    @Override
    int usualCount() {
        return 10;
    }

    @Override
    List<Victim> others() {
        return DockerDaemon.mayBeRestarted() ? List.of(new Victim.Daemon()) : List.of();
    }
}
