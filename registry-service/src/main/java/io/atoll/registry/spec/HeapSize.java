package io.atoll.registry.spec;

import java.util.Optional;

/** Heap sizes as written in specs: a whole number and M or G. */
public final class HeapSize {

    private static final long LEAST_MB = 128;
    private static final long MOST_MB = 64 * 1024;

    private HeapSize() {}

    /** Megabytes of a well-formed size. */
    public static long megabytes(String heap) {
        long number = Long.parseLong(heap.substring(0, heap.length() - 1));
        return heap.endsWith("G") ? number * 1024 : number;
    }

    static Optional<String> problemOf(String heap) {
        long megabytes = megabytes(heap);
        return megabytes < LEAST_MB || megabytes > MOST_MB
                ? Optional.of("must be from 128M to 64G")
                : Optional.empty();
    }
}
