/**
 * What holds for every route there is: the tests are made from the OpenAPI documents, so that a new
 * route is in them on its own. Start at {@link io.atoll.e2e.door.EveryRouteIT}.
 */
@NullMarked
package io.atoll.e2e.door;

import org.jspecify.annotations.NullMarked;
