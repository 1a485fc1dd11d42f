/**
 * The connection to the Docker daemon: clients with time-outs, what it refuses in our words, the
 * fetching of images. Knows no cluster.
 *
 * <p>Start at {@link io.atoll.provisioner.runtime.docker.daemon.Daemon}.
 *
 * <p>Invariant: a daemon that does not answer is told apart from one that refuses.
 */
@NullMarked
package io.atoll.provisioner.runtime.docker.daemon;

import org.jspecify.annotations.NullMarked;
