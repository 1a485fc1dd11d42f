/**
 * Command lines of JVMs and their ahead-of-time caches.
 *
 * <p>A JVM without a cache records what it loads; afterwards the cache is made from that record at
 * low priority while the JVM goes on. Start reading at {@link io.atoll.launcher.jvm.AotShelf}.
 *
 * <p>Invariant: a cache file appears under its name only when it is complete.
 */
@NullMarked
package io.atoll.launcher.jvm;

import org.jspecify.annotations.NullMarked;
