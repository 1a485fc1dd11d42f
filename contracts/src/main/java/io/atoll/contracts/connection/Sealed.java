package io.atoll.contracts.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret as it travels and rests: ciphertext that names the key it was sealed with, never shown
 * in an answer.
 */
public record Sealed(@JsonValue String text) {

    public static final String FORM = "v1\\.[0-9a-f]{16}\\.[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]+";

    public Sealed {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("is not sealed");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Sealed of(String text) {
        return new Sealed(text);
    }

    /** Of the key that opens it. */
    public String keyId() {
        return text.split("\\.", 4)[1];
    }

    @Override
    public String toString() {
        return "sealed with " + keyId();
    }
}
