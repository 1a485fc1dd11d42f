package io.atoll.launcher.child;

import java.time.Duration;

/// Hears what happens to children. Called from the keepers' threads.
public interface Watcher {

    /// @param first whether it never was ready before in this run
    void ready(Part part, Duration took, boolean first);

    void endedUnexpectedly(Part part, String how, Duration again);

    void changed(Part part, State state);
}
