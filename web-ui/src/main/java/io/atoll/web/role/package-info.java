/**
 * Roles: the list, one with what it gives, and the form of one's own; permissions in words. Who
 * holds a role is in the people package. Start at RoleResource. Invariant: built-in roles are only
 * read.
 */
@NullMarked
package io.atoll.web.role;

import org.jspecify.annotations.NullMarked;
