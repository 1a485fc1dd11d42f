package io.atoll.provisioner.runtime;

import io.atoll.contracts.spec.RuntimeName;
import org.jspecify.annotations.Nullable;

/// A place where nodes run. All methods block and are called on virtual threads; calls for one
/// cluster never overlap, calls for different clusters do.
public interface ClusterRuntime {

    RuntimeName name();

    /// Where its nodes run.
    Place place();

    /// Whether this runtime can be used now, and what it has.
    Fingerprint fingerprint();

    /// What exists of a cluster, read from the system itself, never from memory. Fails with {@link
    /// Away} where the system does not answer.
    ObservedCluster observe(ClusterId id);

    /// Takes the next few steps from observed to desired and returns without waiting for them.
    Convergence converge(DesiredCluster desired, ObservedCluster observed);

    /// What a runtime rests on does not answer, which says nothing about its nodes.
    final class Away extends RuntimeException {

        /// @param message one plain sentence, for people
        public Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
