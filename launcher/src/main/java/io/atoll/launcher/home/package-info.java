/**
 * Where Atoll keeps its things and what the environment asks for: folders, settings, built files.
 *
 * <p>No process is started here. Start reading at {@link io.atoll.launcher.home.Settings}.
 */
@NullMarked
package io.atoll.launcher.home;

import org.jspecify.annotations.NullMarked;
