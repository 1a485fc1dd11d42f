package io.atoll.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.e2e.suite.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is packaged, against the list that {@code ./atoll sbom} makes of it. */
@Order(4)
class ShippedIT {
    private static final Path ROOT = Repository.root();
    private static final List<String> SERVICES =
            List.of("registry-service", "provisioner-service", "ops-service", "gateway", "web-ui");

    /** Jars by the folder that they ship in. */
    private static final Map<String, Set<String>> SHIPPED = new HashMap<>();

    private static JsonNode components;

    @BeforeAll
    static void list() throws Exception {
        for (var module : SERVICES) {
            SHIPPED.put(module, jars(module));
        }
        SHIPPED.put("launcher", jars("launcher"));
        SHIPPED.put("broker", jars("broker"));
        assumeThat(SHIPPED)
                .as("packaged modules")
                .noneSatisfy((_, jars) -> assertThat(jars).isEmpty());
        var atoll =
                new ProcessBuilder(ROOT.resolve("atoll").toString(), "sbom")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(atoll.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (atoll.exitValue() != 0) {
            assumeThat(Files.readString(ROOT.resolve("target/build.log")))
                    .as("the plugin that makes the list can be had here")
                    .doesNotContainPattern("Could not (find|resolve|transfer)|No plugin found");
        }
        assertThat(atoll.exitValue()).as("./atoll sbom").isZero();
        var list = ROOT.resolve("target/sbom.json").toFile();
        components = new ObjectMapper().readTree(list).path("components");
    }

    private static Set<String> jars(String module) throws IOException {
        var folder = ROOT.resolve(module).resolve("target/lib");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void every_jar_that_ships_is_in_the_list() {
        var listed = new TreeSet<String>();
        for (var component : components) {
            var file = component.path("name").asText() + "-" + component.path("version").asText();
            listed.add(file);
            listed.add(component.path("group").asText() + "." + file);
        }
        SHIPPED.forEach(
                (module, jars) ->
                        assertThat(jars)
                                .as(module)
                                .allMatch(jar -> isIn(listed, jar.replaceAll("\\.jar$", ""))));
    }

    /** With a classifier at its end or without; Quarkus may have taken classes out. */
    private static boolean isIn(Set<String> listed, String jar) {
        String name = jar.replaceFirst("^modified-", "");
        return listed.contains(name) || listed.contains(name.replaceFirst("-[a-z0-9_-]+$", ""));
    }

    /** Quarkus unpacks some into its own jar, under the name of where they are from. */
    @Test
    void what_ships_inside_a_runner_is_in_the_list_too() throws IOException {
        var listed = new TreeSet<String>();
        components.forEach(
                c -> listed.add(c.path("group").asText() + "_" + c.path("name").asText()));
        var inside = Pattern.compile("META-INF/([^/]+)__jar/.*");
        var found = new TreeSet<String>();
        for (var service : SERVICES) {
            try (var runner = new ZipFile(runner(service).toFile())) {
                runner.stream()
                        .map(entry -> inside.matcher(entry.getName()))
                        .filter(Matcher::matches)
                        .forEach(entry -> found.add(entry.group(1)));
            }
        }
        assertThat(found).isNotEmpty().isSubsetOf(listed);
    }

    private static Path runner(String service) throws IOException {
        try (var files = Files.list(ROOT.resolve(service).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void every_component_has_a_licence_that_is_accepted() throws IOException {
        var accepted = Set.copyOf(Files.readAllLines(ROOT.resolve("deploy/licences.txt")));
        var refused = new ArrayList<String>();
        for (var component : components) {
            var licences = licences(component);
            boolean ours = component.path("group").asText().equals("io.atoll");
            if (!ours && licences.stream().noneMatch(accepted::contains)) {
                refused.add(component.path("purl").asText() + " " + licences);
            }
        }
        assertThat(components).hasSizeGreaterThan(100);
        assertThat(refused).isEmpty();
    }

    /** Where there are several, whoever takes it chooses. */
    private static List<String> licences(JsonNode component) {
        var licences = new ArrayList<String>();
        for (var choice : component.path("licenses")) {
            var licence = choice.path("license");
            licences.add(
                    licence.path("id")
                            .asText(
                                    licence.path("name")
                                            .asText(choice.path("expression").asText())));
        }
        return licences;
    }

    @Test
    void every_service_ships_the_lines_of_logs_that_show_what_they_hold() {
        assertThat(SERVICES)
                .allMatch(
                        service ->
                                SHIPPED.get(service).stream()
                                        .anyMatch(jar -> jar.startsWith("io.atoll.log-")));
    }
}
