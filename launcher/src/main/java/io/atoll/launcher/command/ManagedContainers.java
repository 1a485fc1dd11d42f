package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The nodes of managed clusters that are containers, recognised by the label that names this
/// installation. Asks the `docker` command; an installation that never made a container asks
/// nothing.
record ManagedContainers(Settings settings, Screen screen) {

    private static final String LABEL = "io.atoll.home=";
    private static final String LIFE =
            "{{.Id}} {{.State.StartedAt}} {{index .Config.Labels \"io.atoll.cluster\"}}"
                    + " {{index .Config.Labels \"io.atoll.node\"}}";
    private static final int STOP_SECONDS = 20;
    private static final int LIMIT_SECONDS = 90;

    /// Names of those that run.
    List<String> running() throws IOException, InterruptedException {
        var installation = installation();
        if (installation.isEmpty()) {
            return List.of();
        }
        return docker(
                        List.of(
                                "ps",
                                "--filter",
                                "label=" + LABEL + installation.get(),
                                "--format",
                                "{{.Names}}"))
                .lines()
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }

    /// Says that it is meant, then asks all to end; the daemon ends by force what does not within
    /// twenty seconds.
    void stop() throws InterruptedException {
        try {
            var names = running();
            if (names.isEmpty()) {
                return;
            }
            leaveNotes(names);
            var words = new ArrayList<>(List.of("stop", "-t", String.valueOf(STOP_SECONDS)));
            words.addAll(names);
            var _ = docker(words);
            names.forEach(name -> screen.say("  container " + name + " stopped"));
        } catch (IOException noAnswer) {
            screen.say("Containers of managed clusters go on: " + noAnswer.getMessage());
        }
    }

    private void leaveNotes(List<String> names) throws IOException, InterruptedException {
        var note = new EndingNote(settings.home().root().resolve("docker").resolve("nodes"));
        var words = new ArrayList<>(List.of("inspect", "--format", LIFE));
        words.addAll(names);
        for (var line : docker(words).lines().toList()) {
            var life = line.split(" ", 5);
            if (life.length == 4) {
                note.leave(life[2], life[3], run(life[0], life[1]));
            }
        }
    }

    private static String run(String id, String startedAt) {
        return id.substring(0, 12) + "@" + Instant.parse(startedAt).toEpochMilli();
    }

    private Optional<String> installation() throws IOException {
        var given = settings.value("ATOLL_DOCKER_HOME");
        var file = settings.home().root().resolve("docker").resolve("installation");
        if (given.isPresent() || !Files.exists(file)) {
            return given;
        }
        return Optional.of(Files.readString(file).strip());
    }

    private String docker(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker"));
        settings.value("ATOLL_DOCKER_HOST").ifPresent(host -> command.addAll(List.of("-H", host)));
        command.addAll(words);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("docker " + words.getFirst() + " does not end.");
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException("docker " + words.getFirst() + ": " + text.strip());
        }
        return text;
    }
}
