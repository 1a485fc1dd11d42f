/**
 * Logs of nodes over HTTP: the last lines, or those and all that follow. Start at {@link
 * io.atoll.provisioner.log.LogResource}. Where a log lies knows its runtime alone.
 *
 * <p>Invariant: every read is bounded by lines and bytes, whatever the log's size.
 */
@NullMarked
package io.atoll.provisioner.log;

import org.jspecify.annotations.NullMarked;
