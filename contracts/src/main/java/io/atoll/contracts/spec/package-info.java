/**
 * What is wanted of a cluster. No behaviour but checks of single values; what needs more than one
 * value is checked by the registry. Start at {@link io.atoll.contracts.spec.ClusterSpec}.
 * Invariant: a spec that was accepted can be read forever.
 */
@NullMarked
package io.atoll.contracts.spec;

import org.jspecify.annotations.NullMarked;
