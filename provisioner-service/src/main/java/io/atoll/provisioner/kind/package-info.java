/**
 * The contract of a kind of cluster: from a spec to ports and a blueprint, purely, and a look from
 * a client's side at whether the result can be used.
 *
 * <p>Start at {@link io.atoll.provisioner.kind.Kind}. Which kinds exist says {@code plugin}.
 */
@NullMarked
package io.atoll.provisioner.kind;

import org.jspecify.annotations.NullMarked;
