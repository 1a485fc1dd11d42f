package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether Atoll runs the cluster or only knows its endpoints. */
public enum Origin {
    MANAGED,
    EXTERNAL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Origin of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
