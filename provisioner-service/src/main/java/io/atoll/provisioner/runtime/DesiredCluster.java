package io.atoll.provisioner.runtime;

import java.util.Set;

/// What should exist of a cluster. Deletion is convergence to absence.
public sealed interface DesiredCluster {

    ClusterId id();

    /// @param replaceable names of the nodes that may be stopped now, to be started anew, without
    ///     taking a partition below its minimum of in-sync replicas
    /// @param hung names of the nodes that run and give no answer any more: they are ended, to be
    ///     started anew
    record Present(Blueprint blueprint, Set<String> replaceable, Set<String> hung)
            implements DesiredCluster {
        public Present {
            replaceable = Set.copyOf(replaceable);
            hung = Set.copyOf(hung);
        }

        /// Where no node hangs.
        public Present(Blueprint blueprint, Set<String> replaceable) {
            this(blueprint, replaceable, Set.of());
        }

        @Override
        public ClusterId id() {
            return blueprint.id();
        }
    }

    /// @param leftovers what becomes of the data
    record Absent(ClusterId id, Leftovers leftovers) implements DesiredCluster {}

    /// What becomes of the data of a cluster that ceases to exist.
    enum Leftovers {
        REMOVE,
        /// Stopped cleanly and set aside for a person.
        KEEP,
        /// Belonged to nobody: set aside for a while, in case that was a mistake.
        ORPHANED
    }
}
