/**
 * Facts about the machine that this JVM runs on: processes, ports, memory, disk. Knows no cluster.
 *
 * <p>Invariant: reading changes nothing; removing never follows a symbolic link.
 */
@NullMarked
package io.atoll.provisioner.machine;

import org.jspecify.annotations.NullMarked;
