package io.atoll.launcher.command;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.FirstAdmin;
import io.atoll.launcher.secret.SecretStore;
import io.atoll.launcher.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/// The last lines of a start: where to go, how to get in, what to try. The first password is shown
/// once.
record Announcement(Settings settings, Screen screen) {

    void show(Duration took) {
        var address = settings.address();
        screen.say("");
        screen.say(
                String.format(
                        Locale.ROOT,
                        "Atoll is ready after %.1f s: %s",
                        took.toMillis() / 1000.0,
                        address));
        showPassword();
        screen.say(
                """

                Three things to try:
                  1. Open %1$s, sign in and create a cluster from a template.
                  2. Do the same from the command line: README.md shows it with curl and Kafka's tools.
                  3. ./atoll status shows what runs; ./atoll down stops it, your clusters go on.
                """
                        .formatted(address)
                        .stripTrailing());
        screen.say("");
    }

    private void showPassword() {
        var admin = new FirstAdmin(new SecretStore(settings.home().secrets()));
        try {
            var waiting = admin.waiting();
            if (waiting.isPresent()) {
                screen.say(
                        settings.value("ATOLL_ADMIN_PASSWORD").isPresent()
                                ? "Sign in as admin with the password of ATOLL_ADMIN_PASSWORD."
                                : "Sign in as admin with the password %s (shown this once; then choose your own)."
                                        .formatted(waiting.get()));
                admin.shown();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
