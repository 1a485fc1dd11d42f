package io.atoll.e2e.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Says at once why a test failed, and with the first failure how the suite was: a run that is cut
 * off later tells this much at least.
 */
public final class Evidence implements TestWatcher, LifecycleMethodExecutionExceptionHandler {
    private static final int LINE = 400;
    private static final int LINES = 12;
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        report(context, cause);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable cause)
            throws Throwable {
        report(context, cause);
        throw cause;
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable cause)
            throws Throwable {
        report(context, cause);
        throw cause;
    }

    private static void report(ExtensionContext context, Throwable cause) {
        say(context.getRequiredTestClass().getSimpleName() + ", " + context.getDisplayName());
        String.valueOf(cause).lines().limit(LINES).forEach(Evidence::say);
        if (TAKEN.compareAndSet(false, true)) {
            Suite.running().ifPresent(suite -> ofSuite(suite).forEach(Evidence::say));
        }
    }

    private static List<String> ofSuite(Suite suite) {
        var lines = new ArrayList<String>();
        try {
            var disk = Files.getFileStore(suite.home()).getUsableSpace() >> 20;
            lines.add("disk free: " + disk + " MB");
            Files.readAllLines(Path.of("/proc/meminfo")).stream().limit(3).forEach(lines::add);
            lines.add(suite.atoll(java.time.Duration.ofSeconds(30), "status"));
            lines.add(suite.admin().get("/api/v1/clusters?page_size=5").text());
            for (var log : List.of("provisioner", "registry", "kafka", "upkeep")) {
                lines.addAll(end(log, suite.home().resolve("logs").resolve(log + ".log")));
            }
            for (var log : nodeLogs(suite.home().resolve("clusters"))) {
                lines.addAll(end(log.toString(), log));
            }
        } catch (IOException | RuntimeException | AssertionError unreadable) {
            lines.add("the rest cannot be told: " + unreadable);
        }
        return lines;
    }

    private static List<Path> nodeLogs(Path clusters) throws IOException {
        try (Stream<Path> files = Files.find(clusters, 4, (f, _) -> f.endsWith("logs/node.log"))) {
            return files.limit(2).toList();
        }
    }

    private static List<String> end(String name, Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of(name + ": there is no log");
        }
        var all = Files.readAllLines(log);
        return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                .map(line -> name + ": " + line)
                .toList();
    }

    private static void say(String text) {
        text.lines()
                .map(line -> line.substring(0, Math.min(line.length(), LINE)))
                .forEach(line -> System.out.println("evidence: " + line));
    }
}
