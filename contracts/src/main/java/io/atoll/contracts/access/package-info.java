/**
 * Who may do what: permissions, roles and grants. Deny by default; see {@link
 * io.atoll.contracts.access.Grant}.
 */
@NullMarked
package io.atoll.contracts.access;

import org.jspecify.annotations.NullMarked;
