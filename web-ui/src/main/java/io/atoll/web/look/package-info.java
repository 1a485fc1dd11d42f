/**
 * How the state of things is shown everywhere: a word, an icon and a tone for each phase, the ring
 * of nodes, the colour of an environment. Pure. Start at PhaseLook. Invariant: a tone never stands
 * without a word or an icon, since not everyone sees colours.
 */
@NullMarked
package io.atoll.web.look;

import org.jspecify.annotations.NullMarked;
