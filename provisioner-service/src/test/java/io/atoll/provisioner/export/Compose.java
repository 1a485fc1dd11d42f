package io.atoll.provisioner.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** One project of Docker Compose, taken down with all its data at the end. */
final class Compose implements AutoCloseable {

    private static final long MOST_SECONDS = 240;

    private final Path file;
    private final String project;
    private final Map<String, String> variables;

    private Compose(Path file, String project, Map<String, String> variables) {
        this.file = file;
        this.project = project;
        this.variables = variables;
    }

    /** Skips the calling test where Compose or the image is missing, unless Docker is required. */
    static Compose of(Path file, String image, Map<String, String> variables) throws Exception {
        require(
                run(Map.of(), List.of("docker", "compose", "version")).status() == 0,
                "no Docker Compose on this machine: its tests are skipped");
        require(
                run(Map.of(), List.of("docker", "image", "inspect", image)).status() == 0,
                "no image " + image + " on this machine: tests that need it are skipped");
        var project = "atoll-export-" + ProcessHandle.current().pid();
        return new Compose(file, project, variables);
    }

    private static void require(boolean there, String otherwise) {
        var required = System.getenv().getOrDefault("ATOLL_REQUIRE", "").split(",");
        if (!there && Arrays.asList(required).contains("docker")) {
            throw new AssertionError("ATOLL_REQUIRE names docker, but: " + otherwise);
        }
        Assumptions.assumeTrue(there, otherwise);
    }

    /** What the command printed. */
    String call(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("docker", "compose", "-p", project));
        command.addAll(List.of("-f", file.toString()));
        command.addAll(List.of(arguments));
        var done = run(variables, command);
        if (done.status() != 0) {
            throw new AssertionError(command + " ended with " + done.status() + "\n" + done.text());
        }
        return done.text();
    }

    /** Names of the volumes of all containers. */
    List<String> volumes() throws Exception {
        var names = "{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}}\n{{end}}{{end}}";
        var inspect = new ArrayList<>(List.of("docker", "inspect", "-f", names));
        inspect.addAll(call("ps", "-q").lines().toList());
        var done = run(Map.of(), inspect);
        return done.text().lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public void close() throws Exception {
        call("down", "-v", "--timeout", "20");
    }

    private record Done(int status, String text) {}

    private static Done run(Map<String, String> variables, List<String> command) throws Exception {
        var output = Files.createTempFile("compose", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile()).environment().putAll(variables);
        try {
            var process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " took too long\n" + Files.readString(output));
            }
            return new Done(process.exitValue(), Files.readString(output));
        } catch (IOException notThere) {
            return new Done(127, notThere.toString());
        } finally {
            Files.delete(output);
        }
    }
}
