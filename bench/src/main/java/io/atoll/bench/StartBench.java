package io.atoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How long people wait for the suite: the very first start, and each one after it. */
final class StartBench implements Bench {
    private static final int REPEATED = 7;
    private static final int ALONE = 3;
    private static final double NANOS_OF_A_SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

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
            stack.up();
            for (var service : List.of("registry", "provisioner", "ops", "gateway", "web-ui")) {
                for (var i = 1; i <= ALONE; i++) {
                    LockSupport.parkNanos(REST.toNanos());
                    report.figure(service + " alone, number " + i, alone(stack, service));
                }
            }
        }
    }

    /** By its own log, while the others run: it is killed, and its launcher starts it again. */
    private static String alone(Stack stack, String service) throws IOException {
        var log = stack.home().resolve("logs/" + service + ".log");
        var before = starts(log).size();
        for (long pid : Proc.of(stack.home()).toList()) {
            if (String.join(" ", Proc.command(pid)).contains("/cache/app/" + service + "-")) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (starts(log).size() == before) {
            if (System.nanoTime() - limit > 0) {
                throw new IOException(service + " was not started again within " + PATIENCE);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return starts(log).getLast() + " s";
    }

    private static List<String> starts(Path log) throws IOException {
        return STARTED.matcher(Files.readString(log))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String seconds(long nanos) {
        return "%.2f s".formatted(nanos / NANOS_OF_A_SECOND);
    }
}
