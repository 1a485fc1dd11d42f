/**
 * One line for people and subscribers about something that happened. An event is a hint, never the
 * truth.
 */
@NullMarked
package io.atoll.contracts.event;

import org.jspecify.annotations.NullMarked;
