package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a cluster is a cluster of. */
public enum ClusterKind {
    KAFKA;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static ClusterKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
