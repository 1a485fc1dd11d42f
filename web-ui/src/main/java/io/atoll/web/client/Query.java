package io.atoll.web.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a path with query parameters; absent and blank values are left out. */
public final class Query {

    private final String path;
    private final List<String> pairs = new ArrayList<>();

    private Query(String path) {
        this.path = path;
    }

    public static Query on(String path) {
        return new Query(path);
    }

    /** One path segment, percent-encoded. */
    public static String segment(String raw) {
        return encode(raw).replace("+", "%20");
    }

    public Query with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            pairs.add(encode(name) + "=" + encode(value.toString()));
        }
        return this;
    }

    public Query withAll(String name, List<String> values) {
        values.forEach(v -> with(name, v));
        return this;
    }

    @Override
    public String toString() {
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static String encode(String raw) {
        return URLEncoder.encode(raw, StandardCharsets.UTF_8);
    }
}
