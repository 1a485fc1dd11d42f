package io.atoll.gateway.door.proxy;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;

/** The body of a request is over the limit (413). */
public final class BodyTooLarge extends AtollException {
    private static final long MIB = 1024 * 1024;

    /**
     * @param largest in bytes
     */
    public BodyTooLarge(long largest) {
        this("The body is larger than the " + words(largest) + " that are taken.");
    }

    private BodyTooLarge(String detail) {
        super(ProblemType.BODY_TOO_LARGE, detail);
    }

    /** Nobody knows how large it is until it is read. */
    public static BodyTooLarge unsaid(long largest) {
        return new BodyTooLarge(
                "Say how long the body is (Content-Length): "
                        + words(largest)
                        + " are taken at most.");
    }

    private static String words(long bytes) {
        return bytes < MIB ? bytes / 1024 + " KiB" : bytes / MIB + " MiB";
    }
}
