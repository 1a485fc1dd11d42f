/**
 * Nodes as containers: one network a cluster, one container and one volume a node, found again by
 * labels and names alone.
 *
 * <p>Start at {@link io.atoll.provisioner.runtime.docker.DockerRuntime}; what a container may have
 * is the closed list of {@link io.atoll.provisioner.runtime.docker.ContainerPlan}.
 *
 * <p>Invariant: what lacks our labels is never listed, changed or removed; a container has no
 * privilege, no capability, no directory and no network of the machine.
 */
@NullMarked
package io.atoll.provisioner.runtime.docker;

import org.jspecify.annotations.NullMarked;
