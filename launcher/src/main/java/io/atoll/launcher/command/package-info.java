/** The words of the command line: up, down, status, logs, audit. */
@NullMarked
package io.atoll.launcher.command;

import org.jspecify.annotations.NullMarked;
