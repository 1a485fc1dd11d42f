/**
 * Passwords and key pairs of this installation, made on first start and never sent anywhere.
 *
 * <p>Invariant: files have mode 600, their folder 700; children get values by environment alone.
 */
@NullMarked
package io.atoll.launcher.secret;

import org.jspecify.annotations.NullMarked;
