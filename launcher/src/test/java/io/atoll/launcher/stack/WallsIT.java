package io.atoll.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.contracts.ControlUser;
import io.atoll.contracts.Topics;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.secret.Accounts;
import io.atoll.launcher.secret.SecretStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The embedded stores as a first start leaves them: who is let in, and what each service may do.
class WallsIT {

    @TempDir static Path folder;

    private static final int BASE = FreePorts.base();
    private static final Path WISH =
            Path.of("../contracts/src/test/resources/golden/cluster-desired.json");

    private static Home home;
    private static RunProcess run;

    @BeforeAll
    static void start() throws IOException {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.root());
        run =
                RunProcess.start(
                        home,
                        Map.of("ATOLL_AOT", "off", "ATOLL_INTERNAL_PORT", Integer.toString(BASE)));
        run.awaitReady();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(home.log("kafka")).contains("Node 1 is ready"));
    }

    @AfterAll
    static void end() throws InterruptedException {
        run.end();
    }

    @Test
    void kafkaLetsNobodyInWhoDoesNotSignIn() throws Exception {
        try (var nobody = ControlClient.anonymous(kafka())) {
            assertThatThrownBy(() -> nobody.write(Topics.EVENTS, "x"))
                    .hasRootCauseInstanceOf(TimeoutException.class);
        }
        assertThatThrownBy(() -> ControlClient.askController(kafka() + 1))
                .hasCauseInstanceOf(TimeoutException.class);
        try (var stranger = ControlClient.of(kafka(), "registry", "guessed")) {
            assertThatThrownBy(() -> stranger.write(Topics.CLUSTERS_DESIRED, "x"))
                    .hasRootCauseInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void theRegistryAloneWritesWishes() throws Exception {
        var wish = Files.readString(WISH);
        for (var service : Accounts.SERVICES) {
            try (var client = client(service)) {
                if (service.equals("registry")) {
                    client.write(Topics.CLUSTERS_DESIRED, wish);
                } else {
                    assertThatThrownBy(() -> client.write(Topics.CLUSTERS_DESIRED, wish))
                            .as(service)
                            .hasRootCauseInstanceOf(AuthorizationException.class);
                }
            }
        }
        try (var provisioner = client("provisioner")) {
            assertThat(provisioner.read(Topics.CLUSTERS_DESIRED)).containsExactly(wish);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ControlUser.class,
            names = {"REGISTRY", "PROVISIONER", "OPS", "GATEWAY"})
    void aServiceReadsAndWritesItsTopicsAndNoOthers(ControlUser user) throws Exception {
        try (var client = client(user.userName())) {
            for (var topic : Topics.ALL.stream().map(Topics.Spec::name).toList()) {
                if (!topic.equals(Topics.CLUSTERS_DESIRED)) {
                    assertThat(client.mayWrite(topic))
                            .as("writing " + topic)
                            .isEqualTo(user.writes().contains(topic));
                }
                assertThat(client.mayRead(topic))
                        .as("reading " + topic)
                        .isEqualTo(user.reads().contains(topic));
            }
            assertThat(client.mayJoin("registry")).isEqualTo(user == ControlUser.REGISTRY);
            assertThat(client.mayJoin("another")).isFalse();
            assertThat(client.mayMakeTopic("atoll.another")).isFalse();
            assertThat(client.mayGiveRights()).isFalse();
        }
    }

    static Stream<List<String>> othersSchemas() {
        return Accounts.SERVICES.stream()
                .flatMap(
                        user ->
                                Accounts.SERVICES.stream()
                                        .filter(other -> !other.equals(user))
                                        .map(other -> List.of(user, other)));
    }

    @ParameterizedTest
    @MethodSource("othersSchemas")
    void aServiceCannotLookIntoTheSchemaOfAnother(List<String> userAndOther) throws Exception {
        var user = database(userAndOther.getFirst());
        var other = userAndOther.getLast();
        database(other).ask("create table if not exists users as select 'ada' as name");

        assertThat(database(other).ask("select name from users")).isEqualTo("ada");
        for (var attempt :
                List.of(
                        "select name from %s.users",
                        "insert into %s.users values ('eve')",
                        "create table %s.more (name text)",
                        "drop schema %s cascade")) {
            assertThatThrownBy(() -> user.ask(attempt.formatted(other)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @ParameterizedTest
    @MethodSource("othersSchemas")
    void nobodyMakesSchemasOrBecomesAnother(List<String> userAndOther) throws Exception {
        var user = database(userAndOther.getFirst());

        for (var attempt :
                List.of(
                        "create schema " + userAndOther.getFirst() + "_more",
                        "create table public.more (name text)",
                        "set role " + userAndOther.getLast(),
                        "create role eve superuser",
                        "alter role " + userAndOther.getLast() + " password 'known'")) {
            assertThatThrownBy(() -> user.ask(attempt))
                    .as(attempt)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void postgresKnowsNoOtherUsers() {
        for (var user : List.of("atoll", "postgres")) {
            assertThatThrownBy(() -> new Database(BASE + 10, user, "guessed").ask("select 1"))
                    .hasMessageContaining("no pg_hba.conf entry");
        }
    }

    @Test
    void redisAnswersNobodyWithoutItsPassword() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), BASE + 13)) {
            socket.getOutputStream().write("KEYS *\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[7];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 7)).isEqualTo(7);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("-NOAUTH");
        }
    }

    private static int kafka() {
        return BASE + 11;
    }

    private static Accounts accounts() {
        return new Accounts(new SecretStore(home.secrets()));
    }

    private static ControlClient client(String service) throws IOException {
        return ControlClient.of(kafka(), service, accounts().kafka().get(service));
    }

    private static Database database(String service) throws IOException {
        return new Database(BASE + 10, service, accounts().database().get(service));
    }
}
