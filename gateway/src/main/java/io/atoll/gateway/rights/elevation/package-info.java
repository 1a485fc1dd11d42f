/**
 * Grants that are in effect only for a while, after their holder asked for it with a reason. Start
 * at {@link io.atoll.gateway.rights.elevation.ElevationService}. Which grants wait for it is in the
 * grant package.
 */
@NullMarked
package io.atoll.gateway.rights.elevation;

import org.jspecify.annotations.NullMarked;
