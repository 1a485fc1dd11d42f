package io.atoll.provisioner.desired;

import io.atoll.contracts.spec.ClusterDesired;

/**
 * What is wanted of a cluster now.
 *
 * @param forgotten the registry knows the cluster no more: once it is gone, so are its rows
 */
public record Wish(ClusterDesired desired, boolean forgotten) {

    /** Nothing of the cluster should be left. */
    public boolean isAbsence() {
        return forgotten || desired.deleted();
    }
}
