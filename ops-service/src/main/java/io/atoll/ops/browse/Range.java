package io.atoll.ops.browse;

/// Offsets of one partition.
///
/// @param from the first
/// @param to one after the last
record Range(long from, long to) {

    boolean isEmpty() {
        return from >= to;
    }

    Range last(long count) {
        return new Range(Math.max(from, to - count), to);
    }

    Range withoutLast(long count) {
        return new Range(from, Math.max(from, to - count));
    }
}
