package io.atoll.gateway.rate;

/** Whether a request is within a limit. */
sealed interface Verdict {
    Standing standing();

    /**
     * @param shared it was taken from the count that all instances share
     */
    record Admitted(Standing standing, boolean shared) implements Verdict {}

    record Refused(Standing standing) implements Verdict {}
}
