package io.atoll.contracts.connection;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for TLS.
 *
 * @param caPem certificates that are trusted; absent: those of the Java runtime
 */
public record Trust(@Nullable @Size(max = Secret.LONGEST) String caPem) {}
