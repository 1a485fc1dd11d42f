/**
 * The whole stack: which parts there are, in which order they start and stop, and the life of one
 * run.
 *
 * <p>Start reading at {@link io.atoll.launcher.stack.Run}.
 */
@NullMarked
package io.atoll.launcher.stack;

import org.jspecify.annotations.NullMarked;
