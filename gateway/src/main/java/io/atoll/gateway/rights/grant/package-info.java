/**
 * Grants: their rows, who holds which, itself or through a group, which are in effect, and who may
 * give them. Roles, groups and users have rooms of their own. Start at {@link
 * io.atoll.gateway.rights.grant.HeldGrant}. Nobody gives what it does not have everywhere itself,
 * and one enabled user always is admin everywhere.
 */
@NullMarked
package io.atoll.gateway.rights.grant;

import org.jspecify.annotations.NullMarked;
