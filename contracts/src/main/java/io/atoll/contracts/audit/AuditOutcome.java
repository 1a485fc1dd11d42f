package io.atoll.contracts.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an attempt ended. */
public enum AuditOutcome {
    SUCCEEDED,
    FAILED,
    /** Refused for want of rights, or of a credential that holds. */
    DENIED,
    /** Nobody knows: it has not ended yet, or who should have noted the end died before. */
    UNKNOWN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AuditOutcome of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
