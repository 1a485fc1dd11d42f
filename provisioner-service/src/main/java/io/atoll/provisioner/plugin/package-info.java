/**
 * Which kinds and runtimes exist: {@link io.atoll.provisioner.plugin.Plugins} is the one file that
 * says so. A new one is added there and nowhere else.
 */
@NullMarked
package io.atoll.provisioner.plugin;

import org.jspecify.annotations.NullMarked;
