package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.LogLine;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `logs [part] [-f]`: the last lines of one part's log or of all; `-f` goes on with what comes.
public record Logs(Settings settings, Screen screen) {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 10;
    private static final long PAUSE_MILLIS = 200;

    public int run(List<String> options) throws IOException, InterruptedException {
        var wanted = options.stream().filter(word -> !word.startsWith("-")).toList();
        var logs = logs(wanted);
        var followers = new LinkedHashMap<String, LogFollower>();
        for (var log : logs.entrySet()) {
            followers.put(log.getKey(), LogFollower.atEnd(log.getValue()));
            var lines = LogFollower.lines(log.getValue());
            var most = wanted.isEmpty() ? LINES_OF_EACH : LINES_OF_ONE;
            show(log.getKey(), lines.subList(Math.max(0, lines.size() - most), lines.size()), logs);
        }
        if (options.contains("-f")) {
            follow(followers, logs);
        }
        return 0;
    }

    private Map<String, Path> logs(List<String> wanted) throws IOException {
        var found = new LinkedHashMap<String, Path>();
        if (Files.isDirectory(settings.home().logs())) {
            try (var files = Files.newDirectoryStream(settings.home().logs(), "*.log")) {
                for (var file : files) {
                    found.put(file.getFileName().toString().replace(".log", ""), file);
                }
            }
        }
        if (wanted.isEmpty()) {
            return found;
        }
        if (!found.keySet().containsAll(wanted)) {
            throw new PlainFailure(
                    "There is no log of %s. There are: %s"
                            .formatted(
                                    String.join(", ", wanted),
                                    String.join(", ", found.keySet().stream().sorted().toList())));
        }
        found.keySet().retainAll(wanted);
        return found;
    }

    private void follow(Map<String, LogFollower> followers, Map<String, Path> logs)
            throws IOException, InterruptedException {
        var never = new CountDownLatch(1);
        while (!never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            for (var follower : followers.entrySet()) {
                show(follower.getKey(), follower.getValue().newLines(), logs);
            }
        }
    }

    private void show(String name, List<String> lines, Map<String, Path> logs) {
        for (var raw : lines) {
            var line = LogLine.readable(raw);
            screen.say(logs.size() == 1 ? line : "%-11s | %s".formatted(name, line));
        }
    }
}
