/**
 * The visitor's own grants that wait to be asked for: asked with a reason, seen while in effect,
 * ended. Start at ElevationResource. Giving such grants is in the people package.
 */
@NullMarked
package io.atoll.web.elevation;

import org.jspecify.annotations.NullMarked;
