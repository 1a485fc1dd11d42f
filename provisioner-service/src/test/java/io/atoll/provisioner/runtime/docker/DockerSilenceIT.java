package io.atoll.provisioner.runtime.docker;

import static io.atoll.provisioner.runtime.docker.Boxed.condition;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.Phase;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A daemon that takes requests and answers none. */
@QuarkusTest
@TestProfile(SilentDaemonProfile.class)
@WithTestResource(AtollStack.class)
class DockerSilenceIT {

    private static DaemonProxy daemon;

    @Inject ObjectMapper json;

    @BeforeAll
    static void open() throws IOException {
        DockerOfTest.require();
        daemon = new DaemonProxy(SilentDaemonProfile.SOCKET);
    }

    @AfterAll
    static void close() throws IOException {
        if (daemon != null) {
            daemon.close();
            DockerOfTest.sweep(SilentDaemonProfile.HOME);
        }
    }

    @Test
    void itIsToldAndKeepsNoOtherClusterWaiting() throws Exception {
        try (var boxed = new Boxed(json, "unheard", RuntimeName.DOCKER).wish();
                var plain = new Boxed(json, "heard", RuntimeName.PROCESS).wish()) {
            boxed.awaitRunning();
            plain.awaitRunning();
            daemon.fallSilent();
            try {
                var unheard = boxed.await(DockerSilenceIT::isUnseen);
                assertThat(condition(unheard, "Provisioned").message())
                        .isEqualTo("Docker does not answer at %s.".formatted(daemon.host()));

                DockerOfTest.run("kill", "atoll-unheard-broker-1");
                ProcessHandle.of(plain.await(isRunning(0)).nodes().getFirst().pid())
                        .orElseThrow()
                        .destroyForcibly();
                plain.await(isRunning(1));
            } finally {
                daemon.speak();
            }
            boxed.await(isRunning(1));
        }
    }

    private static boolean isUnseen(ClusterStatus status) {
        var provisioned = condition(status, "Provisioned");
        return provisioned.status() == Condition.Status.FALSE
                && provisioned.reason().equals("RuntimeUnavailable");
    }

    private static Predicate<ClusterStatus> isRunning(int restarts) {
        return status ->
                status.phase() == Phase.RUNNING && status.nodes().getFirst().restarts() == restarts;
    }
}
