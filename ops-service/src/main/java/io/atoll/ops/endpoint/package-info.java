/**
 * How one cluster is reached: its addresses, what clients show to it, and whether what answers
 * there may be talked to.
 *
 * <p>Lives here: opened credentials, settings made of them, the probe that goes before every
 * client. Not here: the clients. Start at {@code Endpoint}. Invariant: settings come from typed
 * fields alone, and a client of a registered cluster is made only after a probe under the outbound
 * rules.
 */
@NullMarked
package io.atoll.ops.endpoint;

import org.jspecify.annotations.NullMarked;
