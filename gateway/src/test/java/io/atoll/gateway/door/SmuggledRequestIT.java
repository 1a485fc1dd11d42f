package io.atoll.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Line ends in fields of HTTP/2, which go on by HTTP/1, where a line end begins another field. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SmuggledRequestIT {
    private static final String TOPICS = "/api/v1/clusters/orders/topics";
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int GO_AWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_STREAM_AND_HEADERS = 5;

    @Test
    void a_plain_request_is_answered() throws Exception {
        assertThat(answer(TOPICS + "?x=1", "plain")).contains("ops-service");
    }

    @Test
    void a_line_end_in_the_query_begins_no_other_request() throws Exception {
        String query = "?x=1 HTTP/1.1\r\nHost: x\r\n\r\nGET /smuggled";
        assertThat(answer(TOPICS + query, "plain")).doesNotContain("ops-service");
    }

    @Test
    void a_line_end_in_a_field_begins_no_other_field() throws Exception {
        assertThat(answer(TOPICS, "a\r\nx-smuggled: 1")).contains("not well formed");
    }

    /** The body of the answer, empty where the request is refused without one. */
    private static String answer(String path, String field) throws Exception {
        var fields = new LinkedHashMap<String, String>();
        fields.put(":method", "GET");
        fields.put(":scheme", "http");
        fields.put(":path", path);
        fields.put(":authority", "localhost");
        fields.put("authorization", "Bearer " + Callers.admin().access());
        fields.put("x-field", field);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(PREFACE);
            out.write(frame(SETTINGS, 0, 0, new byte[0]));
            out.write(frame(HEADERS, END_STREAM_AND_HEADERS, 1, block(fields)));
            return body(new DataInputStream(socket.getInputStream()));
        }
    }

    private static String body(DataInputStream in) throws IOException {
        var body = new StringBuilder();
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            in.readInt();
            var payload = in.readNBytes(length);
            if (type == DATA) {
                body.append(new String(payload, StandardCharsets.UTF_8));
            }
            boolean answered = (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
            if (answered || type == RESET || type == GO_AWAY) {
                return body.toString();
            }
        }
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** Literal fields that nobody remembers (RFC 7541, 6.2.2), as they are. */
    private static byte[] block(Map<String, String> fields) {
        var block = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> {
                    block.write(0);
                    text(name, block);
                    text(value, block);
                });
        return block.toByteArray();
    }

    private static void text(String text, ByteArrayOutputStream block) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int rest = bytes.length;
        if (rest < 127) {
            block.write(rest);
        } else {
            block.write(127);
            for (rest -= 127; rest >= 128; rest >>= 7) {
                block.write(rest & 127 | 128);
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }
}
