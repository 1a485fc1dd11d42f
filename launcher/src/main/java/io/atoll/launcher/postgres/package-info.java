/**
 * The embedded PostgreSQL: binaries, data directory, command line, readiness.
 *
 * <p>Invariant: a data directory appears under its name only when it is complete; fsync is on.
 */
@NullMarked
package io.atoll.launcher.postgres;

import org.jspecify.annotations.NullMarked;
