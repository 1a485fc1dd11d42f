/**
 * Clusters that run elsewhere, as far as the registry deals with them: what may be asked, the seal
 * over their secrets, the connection test at ops. No connection is made here. Start at {@link
 * io.atoll.registry.external.ConnectionRules}. Invariant: no secret leaves this package in clear.
 */
@NullMarked
package io.atoll.registry.external;

import org.jspecify.annotations.NullMarked;
