package io.atoll.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code migrate-config <file>}: takes the configuration of a Local Kafka Manager over into the
 * cluster {@code default}. Shows what it would do first; goes on with {@code --yes}, or where a
 * person at the terminal says so.
 */
public record MigrateConfig(Settings settings, Screen screen) {
    private static final String USAGE =
            "Usage: atoll migrate-config <file> [--format=env|yaml|compose] [--runtime=process|docker]"
                    + " [--yes]";
    private static final String ROUTE = "/api/v1/default-cluster/import";
    private static final long LARGEST = 200_000;

    public int run(List<String> words) throws IOException, InterruptedException {
        var files = words.stream().filter(word -> !word.startsWith("--")).toList();
        if (files.size() != 1) {
            throw new PlainFailure(USAGE);
        }
        var body = body(Path.of(files.getFirst()), words);
        try (var api = new Api(settings.address())) {
            signIn(api);
            var plan = api.post(ROUTE + "?dry_run=true", body);
            show(plan);
            var there = plan.path("outcome").asText().equals("exists");
            if (there || words.contains("--yes") || isWanted()) {
                said(api.post(ROUTE, body));
            }
        }
        return 0;
    }

    private static Map<String, String> body(Path file, List<String> words) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new PlainFailure(
                    "%s is not a file of at most %d bytes.".formatted(file, LARGEST));
        }
        var body = new HashMap<String, String>();
        body.put("format", option(words, "--format=").orElseGet(() -> format(file)));
        body.put("text", Files.readString(file));
        option(words, "--runtime=").ifPresent(runtime -> body.put("runtime", runtime));
        return body;
    }

    private static Optional<String> option(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
    }

    /** By the name of the file; {@code --format} says otherwise. */
    static String format(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.contains("compose")) {
            return "compose";
        }
        return name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json")
                ? "yaml"
                : "env";
    }

    private void signIn(Api api) throws InterruptedException {
        var user = settings.value("ATOLL_USER").orElse("admin");
        api.signIn(user, settings.value("ATOLL_PASSWORD").orElseGet(() -> asked(user)));
    }

    private static String asked(String user) {
        var console =
                terminal()
                        .orElseThrow(
                                () ->
                                        new PlainFailure(
                                                "Give the password of %s as ATOLL_PASSWORD; ATOLL_USER names another user."
                                                        .formatted(user)));
        return String.valueOf(console.readPassword("Password of %s: ", user));
    }

    @SuppressWarnings("SystemConsoleNull") // that of java.base is null without a terminal
    private static Optional<Console> terminal() {
        var console = System.console();
        return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
    }

    private void show(JsonNode plan) {
        if (plan.path("outcome").asText().equals("exists")) {
            screen.say("There is a cluster 'default' already; it stays as it is.");
            return;
        }
        screen.say("This makes the cluster 'default' and chooses it as the default cluster:");
        for (var change : plan.path("plan").path("changes")) {
            if (change.hasNonNull("after")) {
                screen.say(
                        "  %s = %s"
                                .formatted(
                                        change.path("pointer").asText(),
                                        change.path("after").asText()));
            }
        }
        plan.path("plan").path("warnings").forEach(w -> screen.say("  Note: " + w.asText()));
        if (!plan.path("left_out").isEmpty()) {
            screen.say("Not taken over:");
            plan.path("left_out").forEach(line -> screen.say("  " + line.asText()));
        }
    }

    private boolean isWanted() {
        var console = terminal();
        if (console.isPresent()) {
            return "y".equalsIgnoreCase(console.get().readLine("Go on? [y/N] "));
        }
        screen.say("Nothing was done. Repeat it with --yes.");
        return false;
    }

    private void said(JsonNode done) {
        screen.say(
                done.path("outcome").asText().equals("created")
                        ? "Made. It starts now: " + settings.address() + "/clusters/default"
                        : "It is the default cluster.");
    }
}
