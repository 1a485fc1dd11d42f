package io.atoll.launcher.child;

import java.io.IOException;

/// Makes what the child needs (files, folders) and says how to start it. Called before every start.
@FunctionalInterface
public interface Launch {

    Command prepare() throws IOException, InterruptedException;
}
