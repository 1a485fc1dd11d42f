package io.atoll.launcher.process;

import java.io.IOException;

/// How a process is asked to end.
public enum Signal {
    /// The usual request.
    TERM,
    /// PostgreSQL's "fast" stop: sessions are ended, data is synced.
    INT;

    /// Sends this to the process if it still is that process.
    public void send(ProcessIdentity target) {
        target.handle().ifPresent(this::send);
    }

    public static void kill(ProcessIdentity target) {
        target.handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void send(ProcessHandle handle) {
        if (this == TERM) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + handle.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            handle.destroy();
        }
    }
}
