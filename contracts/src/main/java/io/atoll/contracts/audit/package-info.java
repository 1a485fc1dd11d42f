/**
 * The audit on the wire: what services tell of a change, and what the gateway answers of its
 * entries. Start at {@link io.atoll.contracts.audit.AuditChange}.
 *
 * <p>Invariant: before and after are {@link io.atoll.contracts.audit.Audited}, which no type with a
 * secret in it is.
 */
@NullMarked
package io.atoll.contracts.audit;

import org.jspecify.annotations.NullMarked;
