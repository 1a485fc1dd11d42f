/**
 * Writes the audit: who tried what, how it ended, what it changed. Every row is bound to the one
 * before it. Reading is in the package view, proving in the package chain. Start at {@link
 * io.atoll.gateway.audit.AuditTrail}; the door has its hook in {@code door.Witness}.
 *
 * <p>Invariant: a request that may change something goes on only after its row is in the database.
 */
@NullMarked
package io.atoll.gateway.audit;

import org.jspecify.annotations.NullMarked;
