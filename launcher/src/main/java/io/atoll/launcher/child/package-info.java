/**
 * Child processes: what one needs, starting it, watching it, starting it again, stopping in order.
 *
 * <p>Nothing here knows which children there are. Start reading at {@link
 * io.atoll.launcher.child.Supervisor}.
 *
 * <p>Invariant: a child is recorded in {@code run/} from its start until its end.
 */
@NullMarked
package io.atoll.launcher.child;

import org.jspecify.annotations.NullMarked;
