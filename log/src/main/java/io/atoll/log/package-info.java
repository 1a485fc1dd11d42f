/**
 * Lines of logs that show what they hold: whatever somebody put into a name, a header or a key, it
 * stays in its line and is seen. Start at {@link io.atoll.log.VisibleFormatter}.
 */
@NullMarked
package io.atoll.log;

import org.jspecify.annotations.NullMarked;
