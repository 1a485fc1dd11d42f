package io.atoll.registry.external;

import static io.atoll.registry.external.Registration.request;
import static io.atoll.registry.external.Registration.scram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.atoll.contracts.connection.SealContext;
import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.seal.Seal;
import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key is changed while clusters are registered, changed and opened. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(OpsStandIn.class)
class KeyRotationIT {

    private static final Api ADA = Api.admin();
    private static final Path KEYS = AtollStack.secrets().resolve("seal");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int WRITERS = 4;
    private static final int ROTATIONS = 4;

    @Inject Seal seal;
    @Inject StoredJson json;
    @Inject Pool pool;

    private final Map<Path, String> before = new TreeMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void remember() throws IOException {
        OpsStandIn.fails("");
        OpsStandIn.gate().countDown();
        for (var file : files()) {
            before.put(file, Files.readString(file));
        }
    }

    /** The keys of before seal again, and all is under them. */
    @AfterEach
    void restore() throws IOException {
        threads.shutdown();
        for (var file : files()) {
            Files.move(file, KEYS.resolve("0.key"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (var file : before.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
        rewrap();
        Files.deleteIfExists(KEYS.resolve("0.key"));
    }

    @Test
    void creates_changes_and_openings_go_on_while_the_key_is_changed() throws Exception {
        var over = new AtomicBoolean();
        var made = new AtomicInteger();
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int n = 0; n < WRITERS; n++) {
            writers.add(threads.submit(() -> write(over, made)));
        }
        for (int round = 0; round < ROTATIONS; round++) {
            int reached = made.get() + WRITERS;
            await().atMost(LONG).until(() -> made.get() >= reached || finished(writers));
            changeTheKey();
        }
        over.set(true);
        var ids = new ArrayList<String>();
        for (var writer : writers) {
            ids.addAll(writer.get());
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(WRITERS * ROTATIONS);
        String key = seal.refresh();
        for (String id : ids) {
            assertThat(keyOf(id)).as(id).isEqualTo(key);
            opened(id);
        }
    }

    private static boolean finished(List<Future<List<String>>> writers) {
        return writers.stream().anyMatch(Future::isDone);
    }

    /** Registers clusters and changes each in every way, until it is over. */
    private List<String> write(AtomicBoolean over, AtomicInteger made) {
        var ids = new ArrayList<String>();
        while (!over.get()) {
            String id = Api.name("ext-rotated");
            assertThat(ADA.post("/clusters", request(id)).statusCode()).isEqualTo(201);
            ids.add(id);
            assertThat(opened(id)).isEqualTo(Registration.CANARY);
            changed(ADA.put("/clusters/" + id, "*", Map.of("description", "Ours")));
            changed(
                    ADA.put(
                            "/clusters/" + id,
                            "*",
                            Map.of("client_properties", Map.of("client.id", "ours"))));
            assertThat(opened(id)).isEqualTo(Registration.CANARY);
            changed(
                    ADA.request()
                            .body(Map.of("credentials", scram("second")))
                            .put("/api/v1/clusters/" + id + "/credentials"));
            assertThat(opened(id)).isEqualTo("second");
            assertThat(ADA.post("/clusters/" + id + "/test").statusCode()).isEqualTo(200);
            made.incrementAndGet();
        }
        return ids;
    }

    private static void changed(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    @Test
    void what_is_tested_while_the_key_is_changed_is_stored_under_the_new_one() throws Exception {
        String changing = Api.name("ext-slow");
        assertThat(ADA.post("/clusters", request(changing)).statusCode()).isEqualTo(201);
        String creating = Api.name("ext-slow");
        var gate = OpsStandIn.gate();
        var create = heldUp(gate, () -> ADA.post("/clusters", request(creating)));
        var change =
                heldUp(
                        gate,
                        () ->
                                ADA.put(
                                        "/clusters/" + changing,
                                        "*",
                                        Map.of("client_properties", Map.of("client.id", "x"))));
        String key = changeTheKey();
        gate.countDown();
        assertThat(create.get().statusCode()).isEqualTo(201);
        assertThat(change.get().statusCode()).isEqualTo(200);
        for (String id : List.of(creating, changing)) {
            assertThat(keyOf(id)).isEqualTo(key);
            assertThat(opened(id)).isEqualTo(Registration.CANARY);
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_named_and_nothing_changes() throws IOException {
        var broken = KEYS.resolve("999.key");
        Files.writeString(broken, "c2hvcnQ=");
        try {
            ADA.post("/clusters/rewrap")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("999.key"))
                    .body("detail", not(containsString(KEYS.toString())));
        } finally {
            Files.delete(broken);
        }
        assertThat((List<?>) rewrap().path("lost")).isEmpty();
    }

    @Test
    void a_cluster_whose_key_is_gone_is_named_and_the_others_are_sealed_anew() throws IOException {
        String lost = Api.name("ext-a-lost");
        String kept = Api.name("ext-b-kept");
        for (String id : List.of(lost, kept)) {
            assertThat(ADA.post("/clusters", request(id)).statusCode()).isEqualTo(201);
        }
        pool.preparedQuery(
                        """
                        update registry.cluster
                        set spec = cast(replace(cast(spec as text), $2, '0123456789abcdef') as jsonb)
                        where id = $1
                        """)
                .executeAndAwait(Tuple.of(lost, keyOf(lost)));
        var old = files();
        Files.writeString(KEYS.resolve("500.key"), randomKey());
        assertThat(ADA.post("/clusters/rewrap?dry_run=true").<List<String>>path("lost"))
                .containsExactly(lost);
        var answer = rewrap();
        assertThat(answer.<List<String>>path("lost")).containsExactly(lost);
        assertThat(keyOf(kept)).isEqualTo(answer.path("key_id"));
        for (var file : old) {
            Files.delete(file);
        }
        assertThat(opened(kept)).isEqualTo(Registration.CANARY);
        changed(
                ADA.request()
                        .body(Map.of("credentials", scram("second")))
                        .put("/api/v1/clusters/" + lost + "/credentials"));
        assertThat(opened(lost)).isEqualTo("second");
    }

    /** Sends a request and waits until its connection is being tested. */
    private Future<Response> heldUp(CountDownLatch gate, Callable<Response> request) {
        String last = OpsStandIn.asked();
        var answer = threads.submit(request);
        await().atMost(LONG).until(() -> !OpsStandIn.asked().equals(last));
        assertThat(gate.getCount()).isEqualTo(1);
        return answer;
    }

    /** As the guide tells it: a new file beside the old, all under it, the old away. */
    private static String changeTheKey() throws IOException {
        var old = files();
        int next = 1 + old.stream().mapToInt(KeyRotationIT::number).max().orElseThrow();
        Files.writeString(KEYS.resolve(next + ".key"), randomKey());
        String key = rewrap().path("key_id");
        for (var file : old) {
            Files.delete(file);
        }
        return key;
    }

    private static String randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Response rewrap() {
        var answer = ADA.post("/clusters/rewrap");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".key", ""));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(KEYS)) {
            return files.filter(f -> f.toString().endsWith(".key")).sorted().toList();
        }
    }

    private String keyOf(String id) {
        return spec(id).credentials().sealed().secrets().values().stream()
                .map(Sealed::keyId)
                .findFirst()
                .orElseThrow();
    }

    /** The password, opened as ops opens it. */
    private String opened(String id) {
        var spec = spec(id);
        var sealed = spec.credentials().sealed();
        var context = new SealContext(id, spec.bootstrapServers(), sealed);
        return sealed
                .map((field, secret) -> seal.open(secret, context.of(field)))
                .secrets()
                .values()
                .stream()
                .map(Secret::text)
                .findFirst()
                .orElseThrow();
    }

    private ExternalKafkaSpec spec(String id) {
        var row =
                pool.preparedQuery("select spec from registry.cluster where id = $1")
                        .executeAndAwait(Tuple.of(id))
                        .iterator()
                        .next();
        return (ExternalKafkaSpec) json.read(String.valueOf(row.getValue(0)), ClusterSpec.class);
    }
}
