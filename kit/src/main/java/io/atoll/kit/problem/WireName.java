package io.atoll.kit.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/** Names as they are on the wire. */
final class WireName {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final ObjectMapper JSON = new ObjectMapper();

    static String of(String javaName) {
        return SNAKE_CASE.translate(javaName);
    }

    /** An enum's constant. */
    static String constant(Object constant) {
        return JSON.convertValue(constant, String.class);
    }

    /** One token of a JSON pointer (RFC 6901, section 3). */
    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private WireName() {}
}
