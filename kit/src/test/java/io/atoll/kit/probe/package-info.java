/** A small service that the tests of the kit's rooms talk to. Start at {@code ProbeResource}. */
@NullMarked
package io.atoll.kit.probe;

import org.jspecify.annotations.NullMarked;
