package io.atoll.bench;

import java.io.IOException;

/** How long people wait for the suite: the very first start, and each one after it. */
final class StartBench implements Bench {
    private static final int REPEATED = 7;
    private static final double NANOS_OF_A_SECOND = 1e9;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (var stack = Stack.empty()) {
            report.begin("start");
            report.figure("first start, empty home", seconds(stack.up()));
            stack.awaitCaches();
            stack.atoll("down");
            for (var i = 1; i <= REPEATED; i++) {
                report.figure("start again, number " + i, seconds(stack.up()));
                for (var line : stack.atoll("status").lines().toList()) {
                    report.figure("`atoll status`", "`" + line.strip() + "`");
                }
                stack.atoll("down");
            }
        }
    }

    private static String seconds(long nanos) {
        return "%.2f s".formatted(nanos / NANOS_OF_A_SECOND);
    }
}
