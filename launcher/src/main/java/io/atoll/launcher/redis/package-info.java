/** The embedded Redis: binary, settings file, readiness. */
@NullMarked
package io.atoll.launcher.redis;

import org.jspecify.annotations.NullMarked;
