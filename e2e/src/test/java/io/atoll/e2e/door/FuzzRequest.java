package io.atoll.e2e.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * One request of the fuzzing.
 *
 * @param body as it is sent, null for none
 */
record FuzzRequest(String method, String uri, String body, Map<String, String> headers) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    static FuzzRequest of(Route route, RandomGenerator random, String cluster) {
        var fuzz = new JsonFuzz(random, route.document());
        var headers = new HashMap<String, String>();
        headers.put("Accept", random.nextInt(20) == 0 ? "text/html" : "application/json");
        if (random.nextInt(3) == 0) {
            headers.put("If-Match", random.nextBoolean() ? "\"1\"" : "W/nonsense");
        }
        if (random.nextInt(10) == 0) {
            headers.put("Idempotency-Key", "fuzz-" + random.nextInt(5));
        }
        var body = route.body().isMissingNode() ? null : body(route, random, fuzz);
        if (body != null) {
            headers.put(
                    "Content-Type", random.nextInt(30) == 0 ? "text/plain" : "application/json");
        }
        var path = path(route, random, fuzz, cluster);
        return new FuzzRequest(route.method(), path + query(route, random, fuzz), body, headers);
    }

    private static String path(Route route, RandomGenerator random, JsonFuzz fuzz, String cluster) {
        return PARAMETER
                .matcher(route.path())
                .replaceAll(
                        m -> {
                            if (m.group(1).equals("id") && random.nextInt(10) < 7) {
                                return cluster;
                            }
                            var text = random.nextInt(3) > 0 ? "fuzz-1" : shortened(fuzz.hostile());
                            return java.util.regex.Matcher.quoteReplacement(encode(text));
                        });
    }

    /** A change of the cluster that the others need is only planned. */
    private static String query(Route route, RandomGenerator random, JsonFuzz fuzz) {
        var words = new ArrayList<String>();
        if (route.plans()) {
            words.add("dry_run=true");
        }
        for (var parameter : route.operation().path("parameters")) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && !name.equals("dry_run")
                    && random.nextInt(10) < 6) {
                words.add(encode(name) + "=" + encode(queryValue(name, parameter, random, fuzz)));
            }
        }
        if (random.nextInt(10) == 0) {
            words.add(encode(shortened(fuzz.hostile())) + "=1");
        }
        return words.isEmpty() ? "" : "?" + String.join("&", words);
    }

    private static String queryValue(
            String name, JsonNode parameter, RandomGenerator random, JsonFuzz fuzz) {
        if (name.equals("timeout_ms")) {
            return random.nextInt(3) == 0 ? shortened(fuzz.hostile()) : "20";
        }
        var value = fuzz.value(parameter.path("schema"));
        return shortened(value.isTextual() ? value.asText() : value.toString());
    }

    private static String body(Route route, RandomGenerator random, JsonFuzz fuzz) {
        var value = fuzz.value(route.body());
        if (value instanceof ObjectNode object) {
            tame(route, object);
        }
        return switch (random.nextInt(40)) {
            case 0 -> value.toString().substring(0, value.toString().length() / 2);
            case 1 -> "[".repeat(5_000);
            case 2 -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
            case 3 -> "{\"name\":\"a\",\"name\":\"b\"}";
            case 4 -> "";
            case 5 -> "\u0000\u0001";
            default -> value.toString();
        };
    }

    /** No broker starts, and nobody is locked out by failed sign-ins. */
    private static void tame(Route route, ObjectNode body) {
        body.remove("auto_start");
        if (route.path().equals("/api/v1/clusters")) {
            body.put("auto_start", false);
        } else if (route.path().endsWith("/auth/login")) {
            body.putArray("password");
        }
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    List<String> words() {
        return List.of(method, uri, String.valueOf(body), headers.toString());
    }
}
