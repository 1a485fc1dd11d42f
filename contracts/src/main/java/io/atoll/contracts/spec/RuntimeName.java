package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where managed nodes run. */
public enum RuntimeName {
    PROCESS,
    DOCKER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static RuntimeName of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
