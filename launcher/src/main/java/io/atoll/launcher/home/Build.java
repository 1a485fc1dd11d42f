package io.atoll.launcher.home;

import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the build made, in the modules' `target` folders.
public record Build(Path root) {

    /// The folder given by `-Datoll.root`, else the working directory.
    public static Build here() {
        return new Build(Path.of(System.getProperty("atoll.root", "")).toAbsolutePath());
    }

    /// The jar that a service runs from.
    public Path runner(String module) throws IOException {
        return jars(root.resolve(module).resolve("target")).stream()
                .filter(jar -> jar.getFileName().toString().endsWith("-runner.jar"))
                .findFirst()
                .orElseThrow(() -> notBuilt(module));
    }

    /// The class path of a broker.
    public List<Path> brokerClassPath() throws IOException {
        var jars = jars(root.resolve("broker/target/lib"));
        if (jars.isEmpty()) {
            throw notBuilt("broker");
        }
        return jars;
    }

    /// The jars of a folder by name; none when there is no such folder.
    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static PlainFailure notBuilt(String module) {
        return new PlainFailure(
                "The module %s is not built. Run ./atoll up, which builds what is missing."
                        .formatted(module));
    }
}
