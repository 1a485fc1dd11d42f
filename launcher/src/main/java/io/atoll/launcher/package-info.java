/**
 * The embedded stack: starts PostgreSQL, Kafka and Redis, then the services, and keeps them
 * running.
 *
 * <p>Only the entry point lives here; each word of the command line is a class of {@code command}.
 * Start reading at {@link io.atoll.launcher.Main}, then {@code stack.StackFactory}.
 */
@NullMarked
package io.atoll.launcher;

import org.jspecify.annotations.NullMarked;
