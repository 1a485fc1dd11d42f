package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.SecretRooms;
import io.atoll.launcher.terminal.PlainFailure;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `secrets <folder>`: what a suite in containers needs before its first start.
public record MakeSecrets(Settings settings, Screen screen) {

    public int run(List<String> options) throws IOException {
        if (options.size() != 1) {
            throw new PlainFailure("Usage: secrets <folder>");
        }
        var folder = Path.of(options.getFirst());
        new SecretRooms(folder).ensure(settings.value("ATOLL_ADMIN_PASSWORD"));
        screen.say("Keys and passwords are in " + folder + ".");
        return 0;
    }
}
