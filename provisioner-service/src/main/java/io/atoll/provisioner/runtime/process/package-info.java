/**
 * Nodes as plain processes of this machine: one directory and one JVM a node.
 *
 * <p>A node is found again by the pid in its directory, checked against start time and the marks on
 * its command line, or by the marks alone. Start at {@link
 * io.atoll.provisioner.runtime.process.ProcessRuntime}. What a node's files say is not decided
 * here.
 *
 * <p>Invariants: a process or directory without our mark is never touched; nodes outlive this JVM.
 */
@NullMarked
package io.atoll.provisioner.runtime.process;

import org.jspecify.annotations.NullMarked;
