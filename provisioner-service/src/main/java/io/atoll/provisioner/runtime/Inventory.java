package io.atoll.provisioner.runtime;

import java.time.Duration;
import java.util.Set;

/// Ability of a runtime to list what carries Atoll's mark, so that what belongs to nobody can be
/// found. Nothing without the mark is ever listed.
public interface Inventory {

    Set<ClusterId> clusters();

    /// Keeps the place in order: rotates logs that grew large, and removes for good what was set
    /// aside as belonging to nobody after this time.
    void tidy(Duration keep);
}
