/**
 * How a cluster that Atoll does not run is reached: credentials by mechanism, what of them is
 * shown, and what a connection test found. No clients and no keys. Start at {@link
 * io.atoll.contracts.connection.Credentials}. Invariant: a {@link
 * io.atoll.contracts.connection.Secret} is read from JSON and never written to it.
 */
@NullMarked
package io.atoll.contracts.connection;

import org.jspecify.annotations.NullMarked;
