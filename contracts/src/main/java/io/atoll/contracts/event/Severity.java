package io.atoll.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a person should care. */
public enum Severity {
    SUCCESS,
    NOTICE,
    WARNING,
    ERROR;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Severity of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
