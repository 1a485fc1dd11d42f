package io.atoll.provisioner.runtime.node;

import java.io.IOException;

/// A step cannot be taken because of something outside of Atoll; it may go away by itself.
public final class StepBlocked extends IOException {

    private final String reason;

    public StepBlocked(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// CamelCase, for machines.
    public String reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// A full disk shows only in the text of the exception.
    public static boolean isDiskFull(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left on device");
    }
}
