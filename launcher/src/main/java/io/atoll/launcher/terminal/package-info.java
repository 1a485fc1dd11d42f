/** What a person sees: one line for each step, with its time. */
@NullMarked
package io.atoll.launcher.terminal;

import org.jspecify.annotations.NullMarked;
