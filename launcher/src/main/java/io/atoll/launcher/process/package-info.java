/**
 * What the operating system knows about processes: identity, signals, memory, open ports.
 *
 * <p>Reads {@code /proc}, so it works on Linux alone. Start reading at {@link
 * io.atoll.launcher.process.ProcessIdentity}.
 *
 * <p>Invariant: no signal goes to a process whose start time is not the recorded one.
 */
@NullMarked
package io.atoll.launcher.process;

import org.jspecify.annotations.NullMarked;
