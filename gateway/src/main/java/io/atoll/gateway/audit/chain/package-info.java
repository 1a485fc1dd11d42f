/**
 * Proves that the audit is as it was written: reads all rows and works the chain out anew, with
 * rules of its own beside those of the database function that made it. Start at {@link
 * io.atoll.gateway.audit.chain.ChainCheck}; {@code VerifyCommand} is the program behind {@code
 * ./atoll audit verify}.
 *
 * <p>Invariant: only reads.
 */
@NullMarked
package io.atoll.gateway.audit.chain;

import org.jspecify.annotations.NullMarked;
