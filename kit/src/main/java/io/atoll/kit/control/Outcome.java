package io.atoll.kit.control;

import java.time.Duration;

/** How a run ended, if it did not fail. A wake during the run makes the key due at once. */
public sealed interface Outcome {

    /** All is as wanted; look again after {@code resync} even if nobody wakes the key. */
    record Settled(Duration resync) implements Outcome {}

    /** Under way; go on after {@code after}. */
    record Again(Duration after) implements Outcome {}

    /** No retry can help: nothing happens until the key is woken. */
    record Halted(String reason) implements Outcome {}
}
