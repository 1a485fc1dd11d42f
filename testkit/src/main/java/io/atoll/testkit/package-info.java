/**
 * Real parts for tests: PostgreSQL, Kafka and Redis on loopback ports of their own, signing keys, a
 * network that can be broken, golden folders. Knows no service. Start at {@link
 * io.atoll.testkit.AtollStack}. Invariant: nothing here outlives the test JVM.
 */
@NullMarked
package io.atoll.testkit;

import org.jspecify.annotations.NullMarked;
