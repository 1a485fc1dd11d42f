package io.atoll.ops.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.kit.refusal.Invalid;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Makes the records of one request, or tells of everything that is wrong with them at once.
final class RecordEncoder {

    /// Its own: that of the API leaves out nulls, which here belong to the caller's value.
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private RecordEncoder() {}

    /// @param partitions of the topic
    static List<ProducerRecord<byte[], byte[]>> encode(ProduceRequest request, int partitions) {
        var encoder = new RecordEncoder();
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>(request.records().size());
        for (int i = 0; i < request.records().size() && encoder.errors.size() < ERRORS; i++) {
            records.add(encoder.record(request, i, partitions));
        }
        if (!encoder.errors.isEmpty()) {
            throw new Invalid(encoder.errors);
        }
        return records;
    }

    private ProducerRecord<byte[], byte[]> record(ProduceRequest request, int i, int partitions) {
        var entry = request.records().get(i);
        var pointer = "/records/" + i;
        var partition = entry.partition();
        if (partition != null && partition >= partitions) {
            errors.add(
                    new FieldError(
                            pointer + "/partition",
                            "is %d, but the topic has %d partition(s), from 0 to %d"
                                    .formatted(partition, partitions, partitions - 1)));
        }
        return new ProducerRecord<>(
                request.topic(),
                partition,
                entry.timestamp(),
                bytes(entry.key(), request.keyEncoding(), pointer + "/key"),
                bytes(entry.value(), request.valueEncoding(), pointer + "/value"),
                headers(entry.headers(), pointer + "/headers/"));
    }

    private byte @Nullable [] bytes(
            @Nullable Object value, @Nullable Encoding encoding, String pointer) {
        if (value == null) {
            return null;
        }
        var chosen = encoding != null ? encoding : guessed(value);
        return switch (chosen) {
            case JSON -> json(value, pointer);
            case TEXT -> text(value, pointer);
            case BASE64 -> base64(value, pointer);
        };
    }

    private static Encoding guessed(Object value) {
        return value instanceof String ? Encoding.TEXT : Encoding.JSON;
    }

    private byte @Nullable [] json(Object value, String pointer) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            return wrong(pointer, "cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    private byte @Nullable [] text(Object value, String pointer) {
        if (!(value instanceof String text)) {
            return wrong(pointer, "must be a string, for its encoding is text");
        }
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return wrong(pointer, "holds half of a surrogate pair, which is no character");
        }
    }

    private byte @Nullable [] base64(Object value, String pointer) {
        if (!(value instanceof String text)) {
            return wrong(pointer, "must be a string, for its encoding is base64");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return wrong(pointer, "is not base64 (RFC 4648 section 4)");
        }
    }

    private RecordHeaders headers(@Nullable Map<String, Object> given, String pointer) {
        var headers = new RecordHeaders();
        if (given == null) {
            return headers;
        }
        given.forEach(
                (name, value) -> {
                    var place = pointer + name.replace("~", "~0").replace("/", "~1");
                    if (value instanceof List<?> several) {
                        several.forEach(one -> headers.add(name, header(one, place)));
                    } else {
                        headers.add(name, header(value, place));
                    }
                });
        return headers;
    }

    private byte @Nullable [] header(@Nullable Object value, String pointer) {
        if (value == null || value instanceof String) {
            return bytes(value, Encoding.TEXT, pointer);
        }
        return wrong(pointer, "must be a string or a list of strings");
    }

    private byte @Nullable [] wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }
}
