package io.atoll.contracts.connection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** New credentials for a registered cluster. */
public record CredentialsRequest(@NotNull @Valid Credentials<Secret> credentials) {}
