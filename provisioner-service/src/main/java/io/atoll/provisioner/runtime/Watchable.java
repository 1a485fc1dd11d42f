package io.atoll.provisioner.runtime;

import java.util.function.Consumer;

/// Ability of a runtime to tell at once that a node ended. A hint: it may be lost.
public interface Watchable {

    void onNodeEnd(Consumer<ClusterId> listener);
}
