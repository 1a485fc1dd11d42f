/** The words of the command line: up, down, status, logs. */
@NullMarked
package io.atoll.launcher.command;

import org.jspecify.annotations.NullMarked;
