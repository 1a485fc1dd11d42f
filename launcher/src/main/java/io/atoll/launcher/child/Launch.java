package io.atoll.launcher.child;

import java.io.IOException;

/// Makes what the child needs (files, folders) and says how to start it, before every start. Called
/// by one thread.
@FunctionalInterface
public interface Launch {

    Command prepare() throws IOException, InterruptedException;

    /// Told when what was prepared last became ready.
    default void succeeded() {}

    /// Told when what was prepared last ended before it was ready, or was not in time. Not told of
    /// a child that somebody ended.
    default void failed() {}
}
