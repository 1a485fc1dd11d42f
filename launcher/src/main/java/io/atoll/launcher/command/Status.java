package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.stack.Run;
import io.atoll.launcher.stack.RunRecord;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `status`: what runs and how much memory it takes. Exit code 0 when all is ready, 3 when not (as
/// service scripts have it).
public record Status(Settings settings, Screen screen) {

    private static final int NOT_RUNNING = 3;

    public int run() throws IOException, InterruptedException {
        var record = new RunRecord(settings.home());
        var alive = record.processes().allAlive();
        if (alive.isEmpty()) {
            screen.say("Atoll is not running.");
            return NOT_RUNNING;
        }
        screen.say(headline(record, alive));
        line("supervisor", "", "", alive.get(Run.SUPERVISOR));
        for (var part : record.board()) {
            line(part[0], part[1], part[2], alive.get(part[0]));
        }
        var suite =
                alive.entrySet().stream()
                        .mapToLong(one -> memory(one.getKey(), one.getValue()))
                        .sum();
        screen.say("  %-12s %38s".formatted("together", megabytes(suite)));
        nodes();
        containers();
        return record.readyAt().isPresent() ? 0 : NOT_RUNNING;
    }

    private static String headline(RunRecord record, Map<String, ProcessIdentity> alive) {
        if (!alive.containsKey(Run.SUPERVISOR)) {
            return "The supervisor is gone; ./atoll up cleans up and starts again.";
        }
        return record.readyAt()
                .map("Atoll is ready at %s"::formatted)
                .orElse("Atoll is starting or stopping.");
    }

    private void line(String name, String state, String port, @Nullable ProcessIdentity one) {
        screen.say(
                one == null
                        ? "  %-12s %-9s".formatted(name, state)
                        : "  %-12s %-9s pid %-8d %-10s %7s"
                                .formatted(
                                        name,
                                        state,
                                        one.pid(),
                                        port.isEmpty() ? "" : "port " + port,
                                        megabytes(memory(name, one))));
    }

    private void nodes() {
        var nodes = new ManagedNodes(settings.home(), screen).running();
        if (!nodes.isEmpty()) {
            screen.say(
                    "  %d nodes of managed clusters, %s"
                            .formatted(
                                    nodes.size(),
                                    megabytes(
                                            nodes.stream()
                                                    .mapToLong(
                                                            node -> ProcessTable.memory(node.pid()))
                                                    .sum())));
        }
    }

    private void containers() throws InterruptedException {
        try {
            var names = new ManagedContainers(settings, screen).running();
            if (!names.isEmpty()) {
                screen.say("  %d containers of managed clusters".formatted(names.size()));
            }
        } catch (IOException noAnswer) {
            screen.say("  Containers of managed clusters are unknown: " + noAnswer.getMessage());
        }
    }

    /// PostgreSQL has a process for each session; the children of others have their own lines.
    private static long memory(String name, ProcessIdentity one) {
        return name.equals("postgres")
                ? ProcessTable.memoryOfAll(one.pid())
                : ProcessTable.memory(one.pid());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes >> 20);
    }
}
