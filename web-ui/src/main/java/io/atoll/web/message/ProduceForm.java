package io.atoll.web.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a ProduceRequest of the form's fields. */
final class ProduceForm {

    /** Else what stands after the first value would be left out of the record. */
    private static final DeserializationFeature WHOLE =
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

    /** Wrong JSON in the form; the message says where. */
    static final class NotJson extends RuntimeException {
        NotJson(String message) {
            super(message);
        }
    }

    static Map<String, Object> request(MultivaluedMap<String, String> form, ObjectMapper mapper) {
        String encoding = or(form.getFirst("encoding"), "text");
        boolean tombstone = form.getFirst("tombstone") != null;
        Map<String, Object> entry = new LinkedHashMap<>();
        String key = form.getFirst("key");
        if (key != null && !key.isEmpty()) {
            entry.put("key", key);
        }
        if (!tombstone) {
            entry.put("value", value(or(form.getFirst("value"), ""), encoding, mapper));
        }
        Map<String, String> headers = FormTree.pairs(form.getFirst("headers"));
        if (!headers.isEmpty()) {
            entry.put("headers", headers);
        }
        String partition = form.getFirst("partition");
        if (partition != null && !partition.isBlank()) {
            entry.put(
                    "partition",
                    partition.matches("\\d{1,9}") ? Integer.valueOf(partition) : partition);
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("topic", or(form.getFirst("topic"), ""));
        if (!tombstone) {
            request.put("value_encoding", encoding);
        }
        request.put("key_encoding", "text");
        request.put("records", List.of(entry));
        return request;
    }

    private static Object value(String text, String encoding, ObjectMapper mapper) {
        if (!encoding.equals("json")) {
            return text;
        }
        try {
            Object json = mapper.readerFor(Object.class).with(WHOLE).readValue(text);
            return json == null ? text : json;
        } catch (JsonProcessingException e) {
            throw new NotJson("is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String or(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    private ProduceForm() {}
}
