package io.atoll.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrateConfigTest {
    private static final String PLANNED =
            """
            {"outcome":"planned","cluster_id":"default","left_out":["API_PORT: is not taken."],
             "plan":{"changes":[{"pointer":"/ports/kafka_port","after":"9092"}],"warnings":[]}}""";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String plan = PLANNED;

    @TempDir Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var what = exchange.getRequestURI().toString();
                    asked.add(
                            what
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    var body = answer(what).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private String answer(String what) {
        if (what.endsWith("/login")) {
            return "{\"access_token\":\"t\"}";
        }
        return what.endsWith("dry_run=true") ? plan : "{\"outcome\":\"created\"}";
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void it_shows_the_plan_and_does_nothing_without_a_yes() throws Exception {
        run("KAFKA_PORT=9092\n");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("/ports/kafka_port = 9092", "API_PORT: is not taken.")
                .contains("Nothing was done. Repeat it with --yes.");
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).contains("\"username\":\"admin\"");
        assertThat(asked.getLast())
                .startsWith("/api/v1/default-cluster/import?dry_run=true ")
                .contains("\"format\":\"env\"", "\"text\":\"KAFKA_PORT=9092\\n\"");
    }

    @Test
    void with_a_yes_it_makes_the_cluster() throws Exception {
        run("KAFKA_PORT=9092\n", "--yes", "--runtime=docker");
        assertThat(asked.getLast())
                .startsWith("/api/v1/default-cluster/import ")
                .contains("\"runtime\":\"docker\"");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Made. It starts now");
    }

    @Test
    void a_second_run_says_that_it_is_there() throws Exception {
        plan = "{\"outcome\":\"exists\",\"cluster_id\":\"default\",\"left_out\":[]}";
        run("KAFKA_PORT=9092\n");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("There is a cluster 'default' already");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> command().run(List.of("nowhere.env")))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("nowhere.env");
        assertThatThrownBy(() -> command().run(List.of()))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("Usage");
    }

    @ParameterizedTest
    @CsvSource({
        ".env,env",
        ".env.production,env",
        "docker-compose.yml,compose",
        "production.yml,yaml",
        "settings.json,yaml"
    })
    void the_name_of_a_file_tells_what_it_is(String name, String format) {
        assertThat(MigrateConfig.format(Path.of(name))).isEqualTo(format);
    }

    private void run(String text, String... options) throws Exception {
        var file = Files.writeString(folder.resolve(".env"), text);
        var words = new ArrayList<>(List.of(options));
        words.add(file.toString());
        assertThat(command().run(words)).isZero();
    }

    private MigrateConfig command() {
        var environment =
                Map.of(
                        "ATOLL_PORT",
                        Integer.toString(server.getAddress().getPort()),
                        "ATOLL_PASSWORD",
                        "secret of tests");
        return new MigrateConfig(
                new Settings(environment),
                new Screen(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }
}
