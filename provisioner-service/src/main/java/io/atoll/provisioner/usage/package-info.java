/**
 * What clusters take from the machine: sampled every few seconds, kept in memory, shown over HTTP
 * and as metrics. Start at {@link io.atoll.provisioner.usage.UsageSampler}.
 *
 * <p>Invariant: a request never measures; it is answered from the last sample.
 */
@NullMarked
package io.atoll.provisioner.usage;

import org.jspecify.annotations.NullMarked;
