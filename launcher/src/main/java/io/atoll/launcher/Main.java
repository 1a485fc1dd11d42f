package io.atoll.launcher;

import io.atoll.launcher.command.Audit;
import io.atoll.launcher.command.Down;
import io.atoll.launcher.command.Logs;
import io.atoll.launcher.command.MakeSecrets;
import io.atoll.launcher.command.Status;
import io.atoll.launcher.command.Up;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.util.List;

/// `Main up [--detach] | down [--all] | status | logs [part] [-f] | audit verify`, and
/// `secrets <folder>` for containers. Exit codes: 0 done, 1 failed
/// with a sentence, 2 wrong call, 3 (status) not running.
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var screen = new Screen(System.out);
        var settings = new Settings(System.getenv());
        try {
            System.exit(run(List.of(arguments), settings, screen));
        } catch (PlainFailure failure) {
            screen.say(String.valueOf(failure.getMessage()));
            System.exit(FAILED);
        }
    }

    private static int run(List<String> words, Settings settings, Screen screen) throws Exception {
        var command = words.isEmpty() ? "" : words.getFirst();
        var options = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (command) {
            case "up" -> new Up(settings, screen).run(options);
            case "down" -> new Down(settings, screen).run(options);
            case "status" -> new Status(settings, screen).run();
            case "logs" -> new Logs(settings, screen).run(options);
            case "audit" -> new Audit(settings).run(options);
            case "secrets" -> new MakeSecrets(settings, screen).run(options);
            default -> {
                screen.say(
                        "Usage: atoll up [--detach] | down [--all] | status | logs [part] [-f]"
                                + " | audit verify");
                yield WRONG_CALL;
            }
        };
    }
}
