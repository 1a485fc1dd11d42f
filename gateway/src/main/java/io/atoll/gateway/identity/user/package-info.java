/**
 * Users, their passwords and their grants. What a user has signed in belongs to the session
 * package. Start at {@link io.atoll.gateway.identity.user.UserService}. There always is one enabled
 * user who is admin everywhere.
 */
@NullMarked
package io.atoll.gateway.identity.user;

import org.jspecify.annotations.NullMarked;
