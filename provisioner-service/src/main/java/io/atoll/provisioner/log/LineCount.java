package io.atoll.provisioner.log;

import io.atoll.kit.refusal.Malformed;

/** How many lines of a log a caller may ask for. */
final class LineCount {

    static final int MOST = 10_000;

    /** Refuses what is not between {@code least} and {@link #MOST}. */
    static int require(int lines, int least) {
        if (lines < least) {
            throw new Malformed("?lines", "must be greater than or equal to " + least);
        }
        if (lines > MOST) {
            throw new Malformed("?lines", "must be less than or equal to " + MOST);
        }
        return lines;
    }

    private LineCount() {}
}
