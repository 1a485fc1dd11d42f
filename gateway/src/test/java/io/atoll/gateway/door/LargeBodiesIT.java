package io.atoll.gateway.door;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway of the tests has room for 4 MiB of large bodies, one caller for half of that. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class LargeBodiesIT {
    private static final String IMPORT = "/api/v1/access/import?dry_run=true";
    private static final int LARGE = 100 * 1024;
    private static final int MOST = 2 * 1024 * 1024;

    /** An empty import, as long as that. */
    private static Response take(Tokens tokens, int bytes) {
        String document = "{\"users\": []" + " ".repeat(bytes - "{\"users\": []}".length()) + "}";
        return as(tokens).contentType(ContentType.JSON).body(document).post(IMPORT);
    }

    /** The head of a request, whose body does not come. */
    private static Socket announce(Tokens tokens, String path, String framing) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer %s\r\n%s\r\n\r\n";
        socket.getOutputStream()
                .write(
                        head.formatted(path, tokens.access(), framing)
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** All that is answered while the body does not come: it ends with the problem's brace. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var text = new StringBuilder();
        while (text.isEmpty() || text.charAt(text.length() - 1) != '}') {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private static void awaitStatus(Tokens tokens, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(take(tokens, LARGE).statusCode()).isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users, 262145, 256 KiB",
        "/api/v1/api-keys, 262145, 256 KiB",
        "/api/v1/access/import, 2097153, 2 MiB",
        "/api/v1/access/import, 9999999999, 2 MiB",
        "/api/v1/default-cluster/import, 2097153, 2 MiB",
        "/api/v1/auth/login, 65537, 64 KiB",
        "/api/v1/clusters, 4194305, 4 MiB",
        "/api/v1/clusters/any/topics, 8388609, 8 MiB"
    })
    void what_is_too_large_is_refused_before_it_is_sent(String path, String bytes, String words)
            throws IOException {
        try (var socket = announce(Callers.admin(), path, "Content-Length: " + bytes)) {
            String answer = answer(socket);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("/problems/body-too-large")
                    .contains(words);
        }
    }

    @Test
    void a_body_of_the_largest_size_is_taken() {
        take(Callers.withRole("admin"), MOST).then().statusCode(200);
    }

    @Test
    void many_large_bodies_at_once_are_refused_and_small_ones_go_on() throws IOException {
        Tokens one = Callers.withRole("admin");
        Tokens two = Callers.withRole("admin");
        Tokens three = Callers.withRole("admin");
        try (var _ = announce(one, IMPORT, "Content-Length: " + MOST)) {
            awaitStatus(one, 429);
            take(two, LARGE).then().statusCode(200);
            try (var _ = announce(two, IMPORT, "Content-Length: " + MOST)) {
                awaitStatus(three, 429);
                take(three, LARGE)
                        .then()
                        .header("Retry-After", equalTo("1"))
                        .body("detail", containsString("large bodies"));
                take(three, 1_000).then().statusCode(200);
                take(one, 1_000).then().statusCode(200);
            }
            awaitStatus(three, 200);
        }
        awaitStatus(one, 200);
    }

    @Test
    void the_length_of_a_body_is_said() throws IOException {
        try (var socket = announce(Callers.admin(), IMPORT, "Transfer-Encoding: chunked")) {
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("Say how long the body is (Content-Length): 2 MiB");
        }
    }
}
