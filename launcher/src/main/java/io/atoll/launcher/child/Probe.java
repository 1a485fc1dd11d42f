package io.atoll.launcher.child;

import java.io.IOException;

/// Whether the child answers. An exception means: not yet.
@FunctionalInterface
public interface Probe {

    boolean isReady(long pid) throws IOException;
}
