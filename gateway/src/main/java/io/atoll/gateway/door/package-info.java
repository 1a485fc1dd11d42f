/**
 * Where every request comes in, before any other handler: looks at the path, finds out who calls,
 * refuses or passes on, to a service, to web-ui, or to the gateway's own resources. Start at {@link
 * io.atoll.gateway.door.Door}. What no rule lets in stays out.
 */
@NullMarked
package io.atoll.gateway.door;

import org.jspecify.annotations.NullMarked;
