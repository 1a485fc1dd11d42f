/**
 * What clusters use, as meters and as lines over the last minutes. Samples come from the API and
 * are kept in memory for a while, bounded; a restart forgets them. Start at UsageLook. Invariant: a
 * figure that is not known is shown as such, never as zero.
 */
@NullMarked
package io.atoll.web.usage;

import org.jspecify.annotations.NullMarked;
