/**
 * The tables of a service, brought up to date when it starts. What is to be applied is listed in
 * {@code atoll.schema.migrations}; a start that finds all of it applied costs one query, any other
 * one runs Flyway.
 *
 * <p>Invariant: nothing else of a service touches its tables before this is done.
 */
@NullMarked
package io.atoll.kit.schema;

import org.jspecify.annotations.NullMarked;
