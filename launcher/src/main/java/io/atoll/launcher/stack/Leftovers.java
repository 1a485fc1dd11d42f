package io.atoll.launcher.stack;

import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessRecords;
import io.atoll.launcher.process.Signal;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Children whose supervisor is gone: ended in order, doors first, stores last.
public record Leftovers(ProcessRecords records, Screen screen) {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<List<String>> ORDER =
            List.of(
                    List.of("gateway", "web-ui"),
                    List.of("registry", "provisioner", "ops"),
                    List.of("kafka", "redis", "postgres"));

    /// Ends all that is left.
    ///
    /// @return how many there were
    public int stop() throws IOException {
        var left = records.allAlive();
        left.remove(Run.SUPERVISOR);
        if (left.isEmpty()) {
            return 0;
        }
        screen.say("An earlier run left this behind: " + String.join(", ", left.keySet()));
        for (var tier : ORDER) {
            stopTogether(tier, left);
        }
        return left.size();
    }

    private void stopTogether(List<String> names, Map<String, ProcessIdentity> left) {
        for (var name : names) {
            var target = left.get(name);
            if (target != null) {
                (name.equals("postgres") ? Signal.INT : Signal.TERM).send(target);
            }
        }
        for (var name : names) {
            var target = left.get(name);
            if (target != null) {
                awaitEnd(target);
                records.remove(name);
                screen.say("  %-12s stopped".formatted(name));
            }
        }
    }

    private static void awaitEnd(ProcessIdentity target) {
        target.handle()
                .ifPresent(
                        handle ->
                                handle.onExit()
                                        .completeOnTimeout(
                                                handle, LIMIT.toSeconds(), TimeUnit.SECONDS)
                                        .join());
        if (target.isAlive()) {
            Signal.kill(target);
            target.handle().map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
        }
    }
}
