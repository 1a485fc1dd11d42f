package io.atoll.contracts.connection;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for TLS.
 *
 * @param caPem certificates that are trusted; absent: those of the Java runtime
 */
public record Trust(@Nullable @Size(max = LONGEST) String caPem) {

    /** Characters of a PEM text. */
    public static final int LONGEST = 65_536;
}
