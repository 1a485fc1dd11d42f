/**
 * The audit as a page: who did what, with what it changed, and whether all of it is still as it was
 * written. Files come straight from the gateway. Start at AuditResource.
 */
@NullMarked
package io.atoll.web.audit;

import org.jspecify.annotations.NullMarked;
