package io.atoll.launcher.postgres;

import io.atoll.launcher.child.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads `postmaster.pid`: line 1 is the pid, line 8 the state, as `pg_ctl` reads it.
record PostgresProbe(Path data) implements Probe {

    private static final int STATE_LINE = 7;

    @Override
    public boolean isReady(long pid) throws IOException {
        var lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return lines.size() > STATE_LINE
                && lines.getFirst().equals(Long.toString(pid))
                && lines.get(STATE_LINE).strip().equals("ready");
    }
}
