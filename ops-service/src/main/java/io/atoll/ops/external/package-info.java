/**
 * Clusters that run elsewhere, as far as somebody has to look at them: connection tests for the
 * registry, and their status.
 *
 * <p>Lives here: the door for tests, the loop that looks, the status made of what it sees. Not
 * here: clients, credentials. Start at {@code ExternalReconciler}. Invariant: of each such cluster
 * one replica at a time tells the status, with a rising sequence.
 */
@NullMarked
package io.atoll.ops.external;

import org.jspecify.annotations.NullMarked;
