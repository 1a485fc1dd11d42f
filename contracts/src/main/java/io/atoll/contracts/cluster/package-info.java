/**
 * What crosses a wire about clusters: wish (spec), fact (status), requests and views. No behaviour
 * but checks of single values; what needs more than one value is checked by the registry. Start at
 * {@link io.atoll.contracts.cluster.ClusterSpec}. Invariant: a spec that was accepted can be read
 * forever.
 */
@NullMarked
package io.atoll.contracts.cluster;

import org.jspecify.annotations.NullMarked;
