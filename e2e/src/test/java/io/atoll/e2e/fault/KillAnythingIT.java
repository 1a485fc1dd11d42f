package io.atoll.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.KafkaClients;
import io.atoll.e2e.suite.Suite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is killed in the middle of whatever change: what was acknowledged happens, once, and
 * nothing is left over. The seed is printed; {@code -Datoll.seed=n} plays a run again.
 */
@Order(80)
class KillAnythingIT {
    private static final long SEED = Long.getLong("atoll.seed", System.nanoTime());
    private static final String ID = "victim";
    private static final List<String> RECORDS = List.of("acknowledged-1", "acknowledged-2");

    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);
    private final Checker checker = new Checker(suite);

    static List<Point> points() {
        System.out.println("Kill points of -Datoll.seed=" + SEED);
        return Point.deck(SEED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("points")
    void it_converges(Point point) {
        prepare(point.action());
        carryOut(point);
        var killed = System.nanoTime();
        suite.awaitReady();
        awaitDone(point.action());
        checker.awaitNothingWrong();
        var took = Duration.ofNanos(System.nanoTime() - killed).toMillis();
        System.out.printf("%s, converged after %d ms%n", point, took);
    }

    @Test
    void a_cluster_made_while_the_control_kafka_is_away_comes_when_it_is_back() {
        // The acknowledgement needs no Kafka: the wish waits in the registry's outbox.
        suite.kill(io.atoll.e2e.suite.Member.KAFKA);
        fleet.create(Fleet.request("patient"));
        fleet.awaitPhase("patient", "RUNNING");
        fleet.deleteAndAwait("patient");
        checker.awaitNothingWrong();
    }

    private void prepare(Action action) {
        switch (action.before()) {
            case "" -> fleet.deleteAndAwait(ID);
            case "STOPPED" -> {
                ensureExists();
                fleet.stopAndAwait(ID);
            }
            default -> {
                ensureExists();
                fleet.start(ID);
                fleet.awaitPhase(ID, "RUNNING");
            }
        }
    }

    private void ensureExists() {
        if (fleet.answer(ID).status() == 404) {
            fleet.createAndAwait(Fleet.request(ID));
            writeRecords();
        }
    }

    private void carryOut(Point point) {
        switch (point.moment()) {
            case WITH_REQUEST -> {
                var kill = CompletableFuture.runAsync(() -> kill(point));
                acknowledge(point.action());
                kill.join();
            }
            case AFTER_ANSWER -> {
                acknowledge(point.action());
                kill(point);
            }
            case ON_PROGRESS -> {
                var before = picture();
                acknowledge(point.action());
                await().pollInterval(Duration.ofMillis(10)).until(() -> !picture().equals(before));
                kill(point);
            }
        }
    }

    private void kill(Point point) {
        if (point.victim().isPresent()) {
            suite.kill(point.victim().get());
        } else {
            suite.processes().nodes(ID).forEach(node -> node.kill());
        }
    }

    /** Processes of the cluster's nodes, and its directory: what changes first. */
    private Object picture() {
        return List.of(suite.processes().nodes(ID), checker.directories());
    }

    private void acknowledge(Action action) {
        var tries = new int[1];
        await("acknowledged: " + action)
                .atMost(Fleet.PATIENCE)
                .until(() -> isAcknowledged(action, tries[0]++ > 0));
    }

    private boolean isAcknowledged(Action action, boolean triedBefore) {
        Answer answer;
        try {
            answer = action.send(suite.admin(), ID);
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        return action.isAcknowledged(answer, triedBefore);
    }

    private void awaitDone(Action action) {
        if (action.after().isEmpty()) {
            fleet.awaitGone(ID);
            return;
        }
        action.assertDone(fleet.awaitPhase(ID, action.after()));
        switch (action) {
            case CREATE -> writeRecords();
            case START, UPDATE -> assertThat(readRecords()).containsAll(RECORDS);
            case STOP, DELETE -> assertThat(suite.processes().nodes(ID)).isEmpty();
        }
    }

    private void writeRecords() {
        fleet.createTopic(ID, "kept", 1, 1);
        KafkaClients.produce(Fleet.bootstrap(fleet.get(ID)), "kept", RECORDS);
    }

    private List<String> readRecords() {
        return KafkaClients.readAll(Fleet.bootstrap(fleet.get(ID)), "kept");
    }
}
