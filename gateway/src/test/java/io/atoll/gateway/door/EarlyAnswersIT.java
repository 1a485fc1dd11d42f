package io.atoll.gateway.door;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service may answer before it has the whole body of a request. What is left of the body must not
 * be taken for the beginning of the next request on the same connection, nor that request for the
 * rest of the body.
 */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class EarlyAnswersIT {
    private static final int BODY = 400_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_request_meets_the_body_of_another_one(boolean wholeBody) throws IOException {
        for (int i = 0; i < 12; i++) {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoTimeout(20_000);
                head(socket);
                send(socket, BODY / 2);
                assertThat(answer(socket)).startsWith("HTTP/1.1 415 ").endsWith("early");
                if (wholeBody) {
                    send(socket, BODY / 2);
                }
                for (int j = 0; j < 3; j++) {
                    String path = "/api/v1/clusters/next-%d-%d".formatted(i, j);
                    as(Callers.admin())
                            .get(path)
                            .then()
                            .statusCode(200)
                            .body("uri", equalTo(path))
                            .body("bytes", equalTo(0));
                }
            }
        }
    }

    private static void head(Socket socket) throws IOException {
        String head =
                "PUT /api/v1/clusters/early HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nIf-Match: \"1\"\r\n"
                        + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n";
        String filled = head.formatted(Callers.admin().access(), BODY);
        socket.getOutputStream().write(filled.getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(Socket socket, int bytes) throws IOException {
        byte[] part = new byte[bytes];
        Arrays.fill(part, (byte) 'x');
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var text = new StringBuilder();
        while (!text.toString().endsWith("early")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
