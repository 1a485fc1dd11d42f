package io.atoll.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the bytes of a key, value or header stand in JSON. */
public enum Encoding {
    /** A JSON value; written as compact JSON text in UTF-8. */
    JSON,
    /** A string of UTF-8 text. */
    TEXT,
    /** A string of base64 (RFC 4648 section 4): any bytes. */
    BASE64;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Encoding of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
