package io.atoll.e2e.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests made from the OpenAPI documents, most of them wrong in some way: each is
 * answered, none with 5xx or a stack trace, and nothing is made that was not acknowledged. They are
 * the same each time, as far as there is time: {@code -Datoll.seed} makes others, {@code
 * -Datoll.fuzz=<n>} another number.
 */
@Order(63)
class EveryBodyIT {
    private static final Suite SUITE = Suite.get();
    private static final String CLUSTER = "every-body";
    private static final int REQUESTS = Integer.getInteger("atoll.fuzz", 20_000);
    private static final int AT_ONCE = 16;

    /** No more are sent after this, however slow the machine: a token lives for 15 minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    /** Each is tried this often at least: else nothing is proved. */
    private static final int OF_EACH_ROUTE = 4;

    /** Would end the sign-in that the test goes on with, or stops what it needs. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "POST /api/v1/auth/logout",
                    "DELETE /api/v1/auth/sessions",
                    "PUT /api/v1/limits/{class}",
                    "PUT /api/v1/limits/{class}/overrides/{kind}/{subject}",
                    "POST /session",
                    "POST /session/end");

    private static final List<String> LISTS =
            List.of("clusters", "templates", "users", "roles", "user-groups");

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** What is busy for a moment may say so: these are sent again when nothing else is. */
    private final Queue<FuzzRequest> unavailable = new ConcurrentLinkedQueue<>();

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void makeCluster() {
        var fleet = new Fleet(SUITE);
        fleet.createAndAwait(Fleet.request(CLUSTER));
    }

    @AfterAll
    static void deleteCluster() {
        new Fleet(SUITE).deleteAndAwait(CLUSTER);
    }

    @Test
    void no_request_breaks_anything() throws InterruptedException {
        long seed = Long.getLong("atoll.seed", 20_261_122);
        System.out.println("fuzzing " + REQUESTS + " requests with -Datoll.seed=" + seed);
        var before = names();
        var routes = Route.all().stream().filter(r -> !LEFT_OUT.contains(r.toString())).toList();
        var next = new AtomicInteger();
        var api = SUITE.admin();
        long end = System.nanoTime() + LONGEST.toNanos();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int t = 0; t < AT_ONCE; t++) {
                threads.submit(
                        () -> {
                            for (int i = next.getAndIncrement();
                                    i < REQUESTS && faults.size() < 20 && System.nanoTime() < end;
                                    i = next.getAndIncrement()) {
                                one(api, routes.get(i % routes.size()), new Random(seed + i));
                            }
                        });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).as("ended").isTrue();
        }
        assertThat(unavailable).as("busy").hasSizeLessThan(REQUESTS / 100);
        unavailable.forEach(request -> judge(request, send(api, request)));
        assertThat(faults).isEmpty();
        assertThat(next.get()).isGreaterThan(Math.min(REQUESTS, OF_EACH_ROUTE * routes.size()));
        var made = names();
        made.removeAll(before);
        made.removeAll(acknowledged);
        assertThat(made).as("made without an answer that says so").isEmpty();
        SUITE.admin().get("/api/v1/clusters/" + CLUSTER + "/topics").expect(200);
    }

    private void one(Api api, Route route, Random random) {
        var request = FuzzRequest.of(route, random, CLUSTER);
        try {
            var answer = send(api, request);
            if (answer.status() == 503) {
                unavailable.add(request);
            } else {
                judge(request, answer);
            }
        } catch (RuntimeException e) {
            faults.add(cut(request.words() + " got no answer: " + e.getCause()));
        }
    }

    private static Answer send(Api api, FuzzRequest request) {
        return api.send(request.method(), request.uri(), request.body(), request.headers());
    }

    private void judge(FuzzRequest request, Answer answer) {
        var problem = answer.header("Content-Type").startsWith("application/problem+json");
        var text = answer.text();
        if (answer.status() >= 500
                || (answer.status() >= 400 && !problem)
                || text.contains("\tat ")
                || (problem && text.contains("Exception"))) {
            faults.add(cut(answer.status() + " " + cut(text) + " to " + request.words()));
        }
        if (answer.status() == 201) {
            acknowledged.add(answer.json().path("id").asText());
            acknowledged.add(answer.json().path("name").asText());
        }
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) + " …" : text;
    }

    private static Set<String> names() {
        var names = new HashSet<String>();
        for (var list : LISTS) {
            for (var item :
                    SUITE.admin().get("/api/v1/" + list + "?page_size=1000").expect(200).json()) {
                names.add(item.has("id") ? item.get("id").asText() : item.get("name").asText());
            }
        }
        return names;
    }
}
