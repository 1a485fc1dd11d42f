package io.atoll.ops.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.kit.refusal.Invalid;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class RecordCodecTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final int ALL = 1 << 20;

    @ParameterizedTest
    @NullSource
    @EnumSource(Encoding.class)
    void anyBytesComeBackTheSame(Encoding wanted) throws Exception {
        var random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            var bytes = bytes(random, i);
            var shown = RecordDecoder.decode(bytes, wanted, ALL);
            // As a reader of the answer sees it.
            Object sent = JSON.readValue(JSON.writeValueAsBytes(shown.value()), Object.class);
            var back = RecordEncoder.encode(request(sent, shown.encoding()), 1).getFirst().value();
            if (shown.encoding() == Encoding.JSON) {
                assertThat(tree(back)).isEqualTo(tree(bytes));
            } else {
                assertThat(back).isEqualTo(bytes);
            }
        }
    }

    /// Noise, text of all planes, and JSON that may be broken at its end.
    private static byte[] bytes(Random random, int i) {
        var size = random.nextInt(40);
        return switch (i % 4) {
            case 0 -> {
                var bytes = new byte[size];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 1 -> {
                var text = new StringBuilder();
                random.ints(size, 0, 0x11_0000)
                        .filter(c -> c < 0xD800 || c > 0xDFFF)
                        .forEach(text::appendCodePoint);
                yield text.toString().getBytes(StandardCharsets.UTF_8);
            }
            case 2 ->
                    "{\"a\": [%d, 1.10, null, \"é\"]}"
                            .formatted(random.nextLong())
                            .getBytes(StandardCharsets.UTF_8);
            default -> {
                var whole = "[{\"b\":true},%s]".formatted(random.nextDouble());
                var cut = Math.min(whole.length(), random.nextInt(60));
                yield whole.substring(0, cut).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static JsonNode tree(byte[] bytes) throws Exception {
        return JSON.readTree(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}|json",
                " [1, 2]|json",
                "{\"a\":1} x|text",
                "{\"a\":|text",
                "[1,2][3]|text",
                "42|text",
                "\"quoted\"|text",
                "true|text",
                "``|text",
                "plain|text",
                "{'a':1}|text",
                "[NaN]|text",
            })
    void theEncodingIsFoundOut(String text, String encoding) {
        var shown = RecordDecoder.decode(text.getBytes(StandardCharsets.UTF_8), null, ALL);
        assertThat(shown.encoding()).isEqualTo(Encoding.of(encoding));
    }

    @Test
    void jsonThatIsTooDeepForReadersIsShownAsText() {
        var deep = "[".repeat(900) + "]".repeat(900);
        var shown = RecordDecoder.decode(deep.getBytes(StandardCharsets.UTF_8), null, ALL);
        assertThat(shown.encoding()).isEqualTo(Encoding.TEXT);
    }

    @Test
    void controlCharactersMakeItBase64UnlessTextIsAskedFor() {
        var bytes = "a\u0000b".getBytes(StandardCharsets.UTF_8);
        assertThat(RecordDecoder.decode(bytes, null, ALL).encoding()).isEqualTo(Encoding.BASE64);
        assertThat(RecordDecoder.decode(bytes, Encoding.TEXT, ALL).value()).isEqualTo("a\u0000b");
    }

    @Test
    void longValuesAreCutBetweenCharacters() {
        var bytes = "ab€cd".getBytes(StandardCharsets.UTF_8);
        for (int limit = 0; limit < bytes.length; limit++) {
            var shown = RecordDecoder.decode(bytes, null, limit);
            assertThat(shown.truncated()).isTrue();
            assertThat(shown.encoding()).isEqualTo(Encoding.TEXT);
            assertThat("ab€cd").startsWith((String) shown.value());
        }
        assertThat(RecordDecoder.decode(bytes, null, bytes.length).truncated()).isFalse();
    }

    @Test
    void aNullInsideAValueIsKept() {
        var value = new java.util.LinkedHashMap<String, Object>();
        value.put("a", null);
        value.put("b", new BigDecimal("1.10"));
        var record = RecordEncoder.encode(request(value, null), 1).getFirst();
        assertThat(record.value()).asString().isEqualTo("{\"a\":null,\"b\":1.10}");
    }

    @Test
    void headersMayRepeatAndBeNull() {
        var headers = new java.util.LinkedHashMap<String, Object>();
        headers.put("one", "1");
        headers.put("two", Arrays.asList("2", null));
        var record = encode(entry("k", "v", headers, 0));
        assertThat(record.headers().toArray())
                .extracting(h -> h.key() + "=" + text(h.value()))
                .containsExactly("one=1", "two=2", "two=null");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var request =
                new ProduceRequest(
                        "t",
                        Encoding.TEXT,
                        Encoding.BASE64,
                        List.of(
                                entry("k", "YQ==", Map.of("a/b", 1), 0),
                                entry(7, "%", null, 3),
                                entry("\ud800", 1, null, null)));
        assertThatThrownBy(() -> RecordEncoder.encode(request, 3))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(FieldError::pointer)
                                        .containsExactly(
                                                "/records/0/headers/a~1b",
                                                "/records/1/partition",
                                                "/records/1/key",
                                                "/records/1/value",
                                                "/records/2/key",
                                                "/records/2/value"));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> encode(ProduceRequest.Entry entry) {
        return RecordEncoder.encode(new ProduceRequest("t", null, null, List.of(entry)), 1)
                .getFirst();
    }

    private static ProduceRequest request(Object value, Encoding encoding) {
        return new ProduceRequest("t", null, encoding, List.of(entry(null, value, null, null)));
    }

    private static ProduceRequest.Entry entry(
            Object key, Object value, Map<String, Object> headers, Integer partition) {
        return new ProduceRequest.Entry(key, value, headers, partition, null);
    }
}
