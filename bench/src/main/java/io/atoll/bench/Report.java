package io.atoll.bench;

import java.io.PrintStream;

/** Where figures go: one line of a Markdown table each. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(String title) {
        out.printf("%n### %s%n%n| what | figure |%n| --- | --- |%n", title);
    }

    void figure(String what, String figure) {
        out.printf("| %s | %s |%n", what, figure);
    }

    /** Percentiles of durations, in milliseconds. */
    void durations(String what, Durations measured) {
        figure(
                what,
                "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.2f ms (n = %d)"
                        .formatted(
                                measured.percentile(50),
                                measured.percentile(95),
                                measured.percentile(99),
                                measured.percentile(100),
                                measured.count()));
    }
}
