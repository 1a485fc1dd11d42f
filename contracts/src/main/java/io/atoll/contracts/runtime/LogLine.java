package io.atoll.contracts.runtime;

/**
 * One line of a node's log.
 *
 * @param position where a further read can go on: the byte offset of the line's start in its file,
 *     or of a container the time of the line in microseconds since 1970
 */
public record LogLine(long position, String text) {}
