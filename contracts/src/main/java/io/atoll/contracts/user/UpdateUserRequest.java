package io.atoll.contracts.user;

import jakarta.validation.constraints.NotNull;

/**
 * Changes a user.
 *
 * @param disabled true ends everything that the user has signed in
 */
public record UpdateUserRequest(@NotNull Boolean disabled) {}
