/**
 * Where nodes can run, as the provisioner tells on {@code atoll.runtimes.v1}: the last report, and
 * the choice of a runtime for a new cluster. Whether there is room is the capacity package's. Start
 * at {@link io.atoll.registry.runtime.RuntimeStore}. Invariant: an older report never replaces a
 * newer one; what a stored cluster runs in is never looked at again.
 */
@NullMarked
package io.atoll.registry.runtime;

import org.jspecify.annotations.NullMarked;
