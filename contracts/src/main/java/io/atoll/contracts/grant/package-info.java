/**
 * Roles, groups of users, grants, elevations, and all of them as one document: requests and
 * answers. What they mean is decided by {@link io.atoll.contracts.access.Rights}.
 */
@NullMarked
package io.atoll.contracts.grant;

import org.jspecify.annotations.NullMarked;
