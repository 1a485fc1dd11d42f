/**
 * Roles: the built-in ones, which are code, and own ones, which are rows. Who holds one is in the
 * grant package. Start at {@link io.atoll.gateway.rights.role.RoleService}.
 */
@NullMarked
package io.atoll.gateway.rights.role;

import org.jspecify.annotations.NullMarked;
