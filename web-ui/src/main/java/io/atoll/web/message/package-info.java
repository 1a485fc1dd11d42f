/**
 * Reading and writing records of a topic. What is read is bounded by the API; nothing is kept.
 * Start at MessageResource. Invariant: keys, values and headers are only ever shown as text.
 */
@NullMarked
package io.atoll.web.message;

import org.jspecify.annotations.NullMarked;
