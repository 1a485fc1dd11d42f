package io.atoll.launcher.home;

import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// What the build made, in the modules' `target` folders.
public record Build(Path root) {

    /// The folder given by `-Datoll.root`, else the working directory.
    public static Build here() {
        return new Build(Path.of(System.getProperty("atoll.root", "")).toAbsolutePath());
    }

    /// The class path of a service: its own jar, then the libraries which that names.
    public List<Path> serviceClassPath(String module) throws IOException {
        var runner =
                jars(root.resolve(module).resolve("target")).stream()
                        .filter(jar -> jar.getFileName().toString().endsWith("-runner.jar"))
                        .findFirst()
                        .orElseThrow(() -> notBuilt(module));
        try (var jar = new JarFile(runner.toFile())) {
            var libraries = jar.getManifest().getMainAttributes().getValue(Name.CLASS_PATH);
            return Stream.concat(
                            Stream.of(runner),
                            Stream.of(libraries.trim().split(" +")).map(runner::resolveSibling))
                    .toList();
        }
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
