/**
 * What may it do: roles, grants, groups of users, rights for a time, why somebody may, and all of
 * it as one document. {@link io.atoll.contracts.access.Rights} decides; nothing here does.
 */
@NullMarked
package io.atoll.gateway.rights;

import org.jspecify.annotations.NullMarked;
