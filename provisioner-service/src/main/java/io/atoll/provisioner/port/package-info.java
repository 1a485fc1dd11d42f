/**
 * Who holds which port: a persisted pool from which clusters take what they need until they are
 * deleted.
 *
 * <p>The choice is pure ({@link io.atoll.provisioner.port.PortPlanner}); one choice is made at a
 * time ({@link io.atoll.provisioner.port.PortStore}).
 *
 * <p>Invariant: no port has two holders, and none lies where the system takes outgoing ports from.
 */
@NullMarked
package io.atoll.provisioner.port;

import org.jspecify.annotations.NullMarked;
