package io.atoll.contracts.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A password, key or token in clear. It comes in and never goes out: neither JSON nor {@code
 * toString} holds it, so that redaction goes by type.
 */
public record Secret(String text) {

    /** Characters of anything that is sealed; one secret of a cluster has at most 65,536. */
    public static final int LONGEST = 1 << 20;

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
