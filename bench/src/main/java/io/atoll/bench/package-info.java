/**
 * Measurements of the whole suite from outside, run by {@code ./atoll bench <name>}. Here live the
 * numbers that the design promises; tests never assert a time. Start at {@link
 * io.atoll.bench.Main}. Each bench starts a suite of its own in an empty home and leaves nothing.
 */
@NullMarked
package io.atoll.bench;

import org.jspecify.annotations.NullMarked;
