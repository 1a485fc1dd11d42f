/**
 * Roles: the built-in ones, which are code, and own ones, which are rows. Who holds one is in the
 * grant package. Start at {@link io.atoll.gateway.role.RoleService}.
 */
@NullMarked
package io.atoll.gateway.role;

import org.jspecify.annotations.NullMarked;
