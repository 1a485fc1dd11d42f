package io.atoll.registry.capacity;

import java.util.Locale;

/** What is limited; the wire name carries the unit of its figures. */
enum Resource {
    CLUSTERS("clusters", "clusters"),
    MEMORY("memory_bytes", "memory"),
    DISK("disk_bytes", "disk"),
    PORTS("ports", "ports");

    private static final double GB = 1L << 30;

    private final String wire;
    private final String word;

    Resource(String wire, String word) {
        this.wire = wire;
        this.word = word;
    }

    String wire() {
        return wire;
    }

    /** For example "memory". */
    String word() {
        return word;
    }

    /** A bare figure with its unit: "1.4 GB", "3". */
    String figure(long amount) {
        return switch (this) {
            case CLUSTERS, PORTS -> Long.toString(amount);
            case MEMORY, DISK -> String.format(Locale.ROOT, "%.1f GB", (double) amount / GB);
        };
    }

    /** A figure and what it is of: "1.4 GB of memory", "3 clusters". */
    String of(long amount) {
        return switch (this) {
            case CLUSTERS, PORTS ->
                    amount + " " + (amount == 1 ? word.substring(0, word.length() - 1) : word);
            case MEMORY, DISK -> figure(amount) + " of " + word;
        };
    }
}
