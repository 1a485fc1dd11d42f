package io.atoll.contracts.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A password, key or token in clear. It comes in and never goes out: neither JSON nor {@code
 * toString} holds it, so that redaction goes by type.
 */
public record Secret(String text) {

    public static final int LONGEST = 65_536;
    private static final String HIDDEN = "***";

    public Secret {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("must be 1 to " + LONGEST + " characters");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Secret of(String text) {
        return new Secret(text);
    }

    @JsonValue
    String hidden() {
        return HIDDEN;
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
