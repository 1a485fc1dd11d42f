/**
 * What the provisioner tells about nodes, their resource usage and the runtimes of this machine.
 */
@NullMarked
package io.atoll.contracts.runtime;

import org.jspecify.annotations.NullMarked;
