/**
 * Who calls and what it may do. A resource method declares its permission with {@link
 * io.atoll.kit.access.RequiresPermission}; the filter refuses who has it on no cluster at all; the
 * method's service holds it against the one cluster with {@link
 * io.atoll.kit.access.Caller#require}.
 *
 * <p>Invariant: a route that declares nothing does not start, and would be refused if it did.
 */
@NullMarked
package io.atoll.kit.access;

import org.jspecify.annotations.NullMarked;
