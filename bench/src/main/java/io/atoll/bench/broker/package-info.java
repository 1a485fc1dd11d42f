/**
 * Brokers started by hand, for comparison with managed ones, and the first record in either. Start
 * at {@link io.atoll.bench.broker.Records}.
 */
@NullMarked
package io.atoll.bench.broker;

import org.jspecify.annotations.NullMarked;
