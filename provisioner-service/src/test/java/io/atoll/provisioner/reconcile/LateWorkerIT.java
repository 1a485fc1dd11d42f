package io.atoll.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.control.ControlLoop;
import io.atoll.kit.control.ControlLoopConfig;
import io.atoll.kit.control.DueStore;
import io.atoll.provisioner.ControlTopicsOfTest;
import io.atoll.provisioner.SmallClusters;
import io.atoll.provisioner.desired.DesiredStore;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.plugin.GatedPlugins;
import io.atoll.provisioner.plugin.Plugins;
import io.atoll.provisioner.port.PortService;
import io.atoll.provisioner.runtime.docker.DockerConfig;
import io.atoll.provisioner.runtime.process.ProcessConfig;
import io.atoll.provisioner.status.StatusStore;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.PausableProxy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two workers over the same tables. The one that is held between its steps and what it tells of
 * them, and cut off from the table of due keys, loses its lease; the other goes on.
 */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class LateWorkerIT {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String ID = "late";
    private static final String LOOP = "late-workers";

    @Inject Pool pool;
    @Inject DesiredStore desired;
    @Inject StatusStore statuses;
    @Inject PortService ports;
    @Inject Plugins plugins;
    @Inject Surroundings around;
    @Inject ProcessConfig process;
    @Inject DockerConfig docker;
    @Inject ObjectMapper json;

    private final SimpleMeterRegistry ofLate = new SimpleMeterRegistry();
    private final SimpleMeterRegistry ofPresent = new SimpleMeterRegistry();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private ControlTopicsOfTest topics;
    private PausableProxy line;
    private Pool lateWay;
    private DueStore due;
    private ControlLoop late;
    private ControlLoop present;

    @BeforeEach
    void open() throws Exception {
        topics = new ControlTopicsOfTest(json);
        line = PausableProxy.to(database().getAuthority());
        lateWay = pool(line.address());
        due = new DueStore(pool, LOOP);
        late = loop(lateWay, new GatedPlugins(process, docker, this::hold), ofLate);
        present = loop(pool, plugins, ofPresent);
    }

    @AfterEach
    void close() throws Exception {
        opened.countDown();
        line.resume();
        late.stop();
        present.stop();
        lateWay.closeAndAwait();
        line.close();
        topics.close();
    }

    @Test
    void whatALateWorkerFoundIsNeitherWrittenNorTold() throws Exception {
        want(KafkaSamples.desired(ID, 1, KafkaSamples.spec(1, 0, false, 0)));
        late.start();
        due.wake(ID).await().atMost(LONG);
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        line.pause();

        want(KafkaSamples.desired(ID, 2, KafkaSamples.spec(1, 0, false, 0)));
        due.wake(ID).await().atMost(LONG);
        present.start();
        await().atMost(LONG).until(() -> ended(ofPresent, "settled") >= 1);
        assertThat(status().observedGeneration()).isEqualTo(2);
        assertThat(status().phase()).isEqualTo(Phase.STOPPED);
        var before = row();

        opened.countDown();
        await().atMost(LONG).until(() -> ended(ofLate, "lost") == 1);

        assertThat(row()).isEqualTo(before);
        await().atMost(LONG).until(() -> count("outbox where msg_key = $1") == 0);
        await().atMost(LONG).until(() -> !topics.statuses(ID).isEmpty());
        assertThat(topics.statuses(ID))
                .extracting(told -> told.status().observedGeneration())
                .containsOnly(2L);
        assertThat(ended(ofLate, "settled") + ended(ofLate, "again")).isZero();
    }

    private void hold() {
        arrived.countDown();
        try {
            opened.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private ControlLoop loop(Pool way, Plugins with, SimpleMeterRegistry metrics) {
        var reconciler = new ClusterReconciler(desired, statuses, ports, with, due, around);
        var config = new ControlLoopConfig(LOOP, 1, Duration.ofSeconds(1), Duration.ofMillis(200));
        var keys = new DueStore(way, LOOP);
        return new ControlLoop(keys, reconciler, config, metrics, Clock.systemUTC());
    }

    private static double ended(SimpleMeterRegistry metrics, String outcome) {
        var counter = metrics.find("atoll.reconcile").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private void want(ClusterDesired wish) throws Exception {
        pool.preparedQuery(
                        """
                        insert into desired_cluster (id, generation, deleted, forgotten, message)
                        values ($1, $2, false, false, $3)
                        on conflict (id) do update set generation = $2, message = $3
                        """)
                .execute(Tuple.of(ID, wish.generation(), json.writeValueAsString(wish)))
                .await()
                .atMost(LONG);
    }

    private ClusterStatus status() {
        return statuses.find(pool, ID).await().atMost(LONG);
    }

    /** Sequence and content as they stand in the table. */
    private String row() {
        var found =
                pool.preparedQuery("select sequence, status from cluster_status where id = $1")
                        .execute(Tuple.of(ID))
                        .await()
                        .atMost(LONG)
                        .iterator()
                        .next();
        return found.getLong(0) + " " + found.getString(1);
    }

    private long count(String what) {
        return pool.preparedQuery("select count(*) from " + what)
                .execute(Tuple.of(ID))
                .await()
                .atMost(LONG)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Pool pool(String address) {
        var at = URI.create("postgresql://" + address);
        var options =
                new PgConnectOptions()
                        .setHost(at.getHost())
                        .setPort(at.getPort())
                        .setDatabase(database().getPath().substring(1))
                        .setUser(setting("ATOLL_DB_USER"))
                        .setPassword(setting("ATOLL_DB_PASSWORD"))
                        .setProperties(Map.of("search_path", "provisioner"));
        return Pool.newInstance(
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(5))
                        .connectingTo(options)
                        .build());
    }

    private static URI database() {
        return URI.create(setting("ATOLL_DB_URL"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
