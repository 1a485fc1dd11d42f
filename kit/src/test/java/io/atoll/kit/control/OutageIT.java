package io.atoll.kit.control;

import static org.awaitility.Awaitility.await;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.PausableProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Pool pool;
    private PausableProxy network;
    private Pool unsteady;
    private Loops loops;

    @BeforeEach
    void open() throws Exception {
        network = PausableProxy.to(Database.address());
        unsteady = Database.pool(network.address(), "probe");
        loops = new Loops(pool);
    }

    @AfterEach
    void close() throws Exception {
        loops.close();
        unsteady.closeAndAwait();
        network.close();
    }

    @Test
    void aLoopGoesOnAfterItsConnectionsAreCut() {
        var worker = start(config());
        network.cut();
        loops.wake("after");
        await().atMost(SOON).until(() -> worker.keys().contains("after"));
    }

    /** Long before the loop would look by itself. */
    @Test
    void wakesAreHeardAgainAfterItsConnectionsAreCut() {
        var never = Duration.ofMinutes(10);
        var worker = start(loops.config(2, never, never));
        network.cut();
        loops.wake("after");
        await().atMost(SOON).until(() -> worker.keys().contains("after"));
        loops.wake("later");
        await().atMost(SOON).until(() -> worker.keys().contains("later"));
    }

    @Test
    void aRunThatEndsDuringAnOutageIsLaidDownAfterIt() {
        var gate = new CompletableFuture<Outcome>();
        var worker = new Recorder(_ -> Uni.createFrom().completionStage(gate));
        loops.start(loops.over(unsteady), worker, config());
        loops.wake("a");
        await().atMost(SOON).until(() -> worker.claims.size() == 1);
        network.pause();
        network.cut();
        gate.complete(new Outcome.Settled(Loops.FOREVER));
        await().during(Duration.ofSeconds(1)).until(() -> true);
        network.resume();
        await().atMost(SOON).until(() -> loops.ended("settled") >= 1);
        loops.wake("b");
        await().atMost(SOON).until(() -> worker.keys().contains("b"));
    }

    private Recorder start(ControlLoopConfig config) {
        var worker = Recorder.settling(Duration.ZERO);
        loops.start(loops.over(unsteady), worker, config);
        loops.wake("before");
        await().atMost(SOON).until(() -> worker.keys().contains("before"));
        return worker;
    }

    private ControlLoopConfig config() {
        return loops.config(2, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
