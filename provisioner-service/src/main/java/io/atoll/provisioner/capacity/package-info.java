/**
 * What the machine has, told to whoever decides about room: the runtimes and the pool of ports, on
 * {@code atoll.runtimes.v1}. What clusters use of it is in package usage. Start at {@link
 * io.atoll.provisioner.capacity.CapacityReporter}. Invariant: a report is a whole picture of one
 * moment.
 */
@NullMarked
package io.atoll.provisioner.capacity;

import org.jspecify.annotations.NullMarked;
