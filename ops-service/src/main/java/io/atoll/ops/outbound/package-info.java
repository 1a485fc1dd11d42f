/**
 * Where this service may connect on behalf of a registered cluster.
 *
 * <p>Lives here: the operator's rules, the addresses of the suite itself, looking names up under
 * these rules, also for clients that look up by themselves. Not here: any connection. Start at
 * {@code Outbound}. Invariant: a name is allowed only where every address that it has is allowed.
 */
@NullMarked
package io.atoll.ops.outbound;

import org.jspecify.annotations.NullMarked;
