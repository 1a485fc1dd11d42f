package io.atoll.kit.control;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.testkit.AtollStack;
import io.atoll.testkit.PausableProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a pool of one connection: whoever keeps that has ended the pool. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class PgChannelIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private PausableProxy network;
    private Pool one;
    private PgChannel channel;

    @BeforeEach
    void open() throws Exception {
        network = PausableProxy.to(Database.address());
        one = Database.pool(network.address(), "probe", 1);
        channel = new PgChannel(one, "anything", new Signal());
    }

    @AfterEach
    void close() throws Exception {
        network.resume();
        channel.close();
        one.closeAndAwait();
        network.close();
    }

    @Test
    void aConnectionThatComesTooLateGoesBackToThePool() {
        network.pause();
        assertThatThrownBy(channel::ensureOpen).isInstanceOf(RuntimeException.class);
        network.resume();

        awaitOpen();
    }

    @Test
    void aConnectionThatTakesTooLongToListenGoesBackToThePool() {
        one.query("select 1").execute().await().atMost(SOON);
        network.pause();
        assertThatThrownBy(channel::ensureOpen).isInstanceOf(RuntimeException.class);
        network.resume();

        awaitOpen();
    }

    @Test
    void aConnectionThatIsStuckWhenTheChannelIsClosedGoesBackToThePool() {
        channel.ensureOpen();
        network.pause();
        channel.close();
        network.resume();

        awaitOpen();
    }

    private void awaitOpen() {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> channel.ensureOpen().query("select 1").executeAndAwait().size() == 1);
    }
}
