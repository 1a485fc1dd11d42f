package io.atoll.provisioner.kind;

import java.util.Set;

/// How a cluster looks to a client.
///
/// @param answering names of the nodes that answer
/// @param quorum true: the cluster as a whole can be used
public record Readiness(Set<String> answering, boolean quorum) {

    public Readiness {
        answering = Set.copyOf(answering);
    }

    public static Readiness nobodyAnswers() {
        return new Readiness(Set.of(), false);
    }
}
