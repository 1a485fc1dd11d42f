/**
 * Reads the audit for people and programs: pages, exports, and the check of the chain. Start at
 * {@link io.atoll.gateway.audit.view.AuditResource}.
 *
 * <p>Invariant: who may view the audit on some clusters only gets entries of those alone, in pages
 * and exports alike.
 */
@NullMarked
package io.atoll.gateway.audit.view;

import org.jspecify.annotations.NullMarked;
