/**
 * Which routes there are, who owns them and who may use them, read from the OpenAPI documents that
 * the services commit to contracts. Forwarding is elsewhere. Start at {@link
 * io.atoll.gateway.door.route.RouteTable}. An operation that is not in a document, or has no
 * permission there, does not exist at the gateway.
 */
@NullMarked
package io.atoll.gateway.door.route;

import org.jspecify.annotations.NullMarked;
