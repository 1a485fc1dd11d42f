/**
 * Seals texts for rest and travel: AES-256-GCM, a key of its own for each text, and that one sealed
 * with the key of this installation. Knows nothing of what is in a text. Start at {@link
 * io.atoll.kit.seal.Seal}. Invariant: what was sealed in one context opens in no other, and nothing
 * here writes a key or an opened text anywhere.
 */
@NullMarked
package io.atoll.kit.seal;

import org.jspecify.annotations.NullMarked;
