package io.atoll.contracts.runtime;

/**
 * One line of a node's log.
 *
 * @param position byte offset of the line's start in its file; where a further read can go on
 */
public record LogLine(long position, String text) {}
