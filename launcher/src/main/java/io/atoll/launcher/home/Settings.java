package io.atoll.launcher.home;

import io.atoll.launcher.terminal.PlainFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the environment asks for.
public record Settings(Map<String, String> environment) {

    public Settings {
        environment = Map.copyOf(environment);
    }

    public Home home() {
        return new Home(
                value("ATOLL_HOME")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".atoll")));
    }

    /// Address the gateway listens on.
    public String host() {
        return value("ATOLL_HTTP_HOST").orElse("127.0.0.1");
    }

    public int port() {
        return port("ATOLL_PORT", 8080);
    }

    /// First of the ports that only the parts of Atoll use, on 127.0.0.1: base + 1 to base + 13.
    public int internalPort() {
        return port("ATOLL_INTERNAL_PORT", 7100);
    }

    public boolean aheadOfTime() {
        return !value("ATOLL_AOT").orElse("on").equals("off");
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /// Where a person opens Atoll.
    public String address() {
        var host = host().equals("0.0.0.0") ? "127.0.0.1" : host();
        return "http://" + host + ":" + port();
    }

    private int port(String name, int fallback) {
        var text = value(name).orElse(Integer.toString(fallback));
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_500) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below says it.
        }
        throw new PlainFailure(
                "%s is \"%s\", which is not a port. Give a number from 1 to 65499."
                        .formatted(name, text));
    }
}
