/**
 * Consumer groups of one cluster: list and look at, with what they have left to read.
 *
 * <p>Lives here: the routes, what is asked of the cluster and in which batches, and the lag. Not
 * here: changing a group, and reading records. Start at {@link io.atoll.ops.group.GroupQueries}.
 * Invariant: what cannot be told of one group or partition costs the others nothing; the answer
 * says what is missing.
 */
@NullMarked
package io.atoll.ops.group;

import org.jspecify.annotations.NullMarked;
