/**
 * The one way to the rest of Atoll: the gateway's public API, called with the bearer token of the
 * page's own request. One XClient for each room of the API; what is refused or broken becomes an
 * {@link io.atoll.web.client.ApiFailure}. Nothing here knows of HTML. Start at GatewayClient.
 * Invariant: a call without a visitor's token is never made on a stored one.
 */
@NullMarked
package io.atoll.web.client;

import org.jspecify.annotations.NullMarked;
