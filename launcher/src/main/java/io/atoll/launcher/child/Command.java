package io.atoll.launcher.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command line and what is added to the environment. Secrets stand in the environment alone.
public record Command(List<String> words, Map<String, String> environment) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Starts it in a session of its own, so that Ctrl-C in the terminal does not reach it, in the
    /// folder of its log, with its output at the log's end. Of our own environment it gets what is
    /// not Atoll's.
    Process start(Path log) throws IOException {
        var all = new ArrayList<String>();
        all.add("setsid");
        all.addAll(words);
        var builder =
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.directory(log.toFile().getParentFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ATOLL_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
