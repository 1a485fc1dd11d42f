package io.atoll.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.KafkaClients;
import io.atoll.e2e.suite.Suite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is killed in the middle of whatever change: what was acknowledged happens, once, and
 * nothing is left over. The seed is printed; {@code -Datoll.seed=n} plays a run again, {@code
 * -Datoll.rounds=n} plays so many points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KillRounds {
    private static final long SEED = Long.getLong("atoll.seed", System.nanoTime());
    private static final List<String> RECORDS = List.of("acknowledged-1", "acknowledged-2");

    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);
    private final Checker checker = new Checker(suite);
    private final List<Long> times = new ArrayList<>();
    private final Ground ground;
    private final String id;

    KillRounds(Ground ground) {
        this.ground = ground;
        this.id = "victim-" + ground.wire();
    }

    /** How many points where {@code -Datoll.rounds=n} does not say. */
    abstract int usualCount();

    /** What can be killed besides the suite and the nodes. */
    abstract List<Victim> others();

    List<Point> points() {
        System.out.println("Kill points of -Datoll.seed=" + SEED + ", runtime " + ground.wire());
        return Point.deck(SEED, Integer.getInteger("atoll.rounds", usualCount()), others());
    }

    @AfterAll
    void leaveNothing() {
        fleet.deleteAndAwait(id);
        times.sort(null);
        if (!times.isEmpty()) {
            System.out.printf(
                    "%d points, converged after: median %d ms, p95 %d ms, max %d ms%n",
                    times.size(),
                    times.get(times.size() / 2),
                    times.get((int) Math.ceil(times.size() * 0.95) - 1),
                    times.getLast());
        }
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
        times.add(took);
        System.out.printf("%s, converged after %d ms%n", point, took);
    }

    private void prepare(Action action) {
        switch (action.before()) {
            case "" -> fleet.deleteAndAwait(id);
            case "STOPPED" -> {
                ensureExists();
                fleet.stopAndAwait(id);
            }
            default -> {
                ensureExists();
                fleet.start(id);
                fleet.awaitPhase(id, "RUNNING");
            }
        }
    }

    private void ensureExists() {
        if (fleet.answer(id).status() == 404) {
            fleet.createAndAwait(Fleet.request(id).put("runtime", ground.wire()));
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
        point.victim().kill(suite, ground, id);
    }

    /** What runs as the cluster's nodes, and of which clusters there is anything. */
    private Object picture() {
        var lives = ground.nodes(suite, id).stream().map(Ground.Node::life).toList();
        return List.of(lives, ground.clusters(suite));
    }

    private void acknowledge(Action action) {
        var tries = new int[1];
        await("acknowledged: " + action)
                .atMost(Fleet.patience())
                .until(() -> isAcknowledged(action, tries[0]++ > 0));
    }

    private boolean isAcknowledged(Action action, boolean triedBefore) {
        Answer answer;
        try {
            answer = action.send(suite.admin(), id, ground);
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        return action.isAcknowledged(answer, triedBefore);
    }

    private void awaitDone(Action action) {
        if (action.after().isEmpty()) {
            fleet.awaitGone(id);
            return;
        }
        action.assertDone(fleet.awaitPhase(id, action.after()));
        switch (action) {
            case CREATE -> writeRecords();
            case START, UPDATE -> assertThat(readRecords()).containsAll(RECORDS);
            case STOP, DELETE -> assertThat(ground.nodes(suite, id)).isEmpty();
        }
    }

    private void writeRecords() {
        fleet.createTopic(id, "kept", 1, 1);
        KafkaClients.produce(Fleet.bootstrap(fleet.get(id)), "kept", RECORDS);
    }

    private List<String> readRecords() {
        return KafkaClients.readAll(Fleet.bootstrap(fleet.get(id)), "kept");
    }
}
