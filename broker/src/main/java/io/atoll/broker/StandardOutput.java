package io.atoll.broker;

import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/// Log handler that writes to standard output at once; the JDK's own writes to standard error.
public final class StandardOutput extends StreamHandler {

    public StandardOutput() {
        setOutputStream(System.out);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        super.publish(line);
        flush();
    }

    /// Standard output stays open for the lines that follow.
    @Override
    public synchronized void close() {
        flush();
    }
}
