package io.atoll.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.ControlUser;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.e2e.suite.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written beside the code agrees with the code. */
@Order(3)
class PapersTest {
    private static final Path ROOT = Repository.root();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void decisions_are_numbered_in_file_and_title_without_a_gap() throws IOException {
        var files = markdown(ROOT.resolve("docs/adr"));
        assertThat(files).isNotEmpty();
        var numbers = new ArrayList<String>();
        for (var file : files) {
            var number = file.getFileName().toString().substring(0, 4);
            assertThat(Files.readAllLines(file).getFirst()).startsWith("# " + number + " ");
            numbers.add(number);
        }
        var expected = IntStream.rangeClosed(1, files.size()).mapToObj("%04d"::formatted).toList();
        assertThat(numbers).isEqualTo(expected);
    }

    @Test
    void each_kind_of_problem_has_its_page() throws IOException {
        var pages =
                markdown(ROOT.resolve("docs/problems")).stream()
                        .map(p -> p.getFileName().toString().replace(".md", ""))
                        .toList();
        assertThat(pages)
                .containsAll(Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "provisioner", "ops", "gateway"})
    void each_route_says_which_permission_it_needs(String service) throws IOException {
        var file = "contracts/src/main/resources/openapi/" + service + ".json";
        var document = new ObjectMapper().readTree(ROOT.resolve(file).toFile());
        // Two words of the door itself, for routes that need a person or nobody in particular.
        var known =
                Stream.concat(
                                Arrays.stream(Permission.values()).map(Enum::name),
                                Stream.of("ANYONE", "SIGNED_IN"))
                        .collect(Collectors.toSet());
        var missing = new ArrayList<String>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var permission = operation.getValue().path("x-permission").asText();
                if (METHODS.contains(operation.getKey()) && !known.contains(permission)) {
                    missing.add(operation.getKey() + " " + path.getKey());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void links_between_papers_lead_somewhere() throws IOException {
        var link = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
        var dead = new ArrayList<String>();
        for (var paper : papers()) {
            var matcher = link.matcher(Files.readString(paper));
            while (matcher.find()) {
                var target = matcher.group(1);
                if (!target.contains("://") && !Files.exists(paper.resolveSibling(target))) {
                    dead.add(ROOT.relativize(paper) + " → " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void who_may_do_what_in_the_control_topics_is_printed_as_it_is() throws IOException {
        var rows =
                Arrays.stream(ControlUser.values())
                        .map(
                                user ->
                                        "| %s | %s | %s | %s |"
                                                .formatted(
                                                        user.userName(),
                                                        cell(user.writes()),
                                                        cell(user.reads()),
                                                        cell(user.groups())))
                        .toList();
        assertThat(Files.readAllLines(ROOT.resolve("docs/ENGINEERING.md"))).containsAll(rows);
    }

    private static String cell(List<String> names) {
        return names.isEmpty()
                ? "–"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    @Test
    void the_tests_that_papers_name_are_there() throws IOException {
        var named = Pattern.compile("`([A-Z]\\w*[a-z](?:Test|IT|Contract))(?:\\.(\\w+))?`");
        var tests = tests();
        var gone = new ArrayList<String>();
        int seen = 0;
        for (var paper : papers()) {
            var matcher = named.matcher(Files.readString(paper));
            for (; matcher.find(); seen++) {
                var text = tests.getOrDefault(matcher.group(1), "");
                var part = matcher.group(2) == null ? "class" : "void " + matcher.group(2) + "(";
                if (!text.contains(part)) {
                    gone.add(ROOT.relativize(paper) + ": " + matcher.group());
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(gone).isEmpty();
    }

    @Test
    void each_threat_names_its_test_or_says_that_there_is_none() throws IOException {
        var rows =
                Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                        .filter(line -> line.matches("\\| \\d+ \\|.*"))
                        .map(line -> line.split("\\|", -1))
                        .toList();
        assertThat(rows).hasSize(24);
        assertThat(rows)
                .filteredOn(cells -> !cells[3].contains("does not apply"))
                .allMatch(cells -> cells[4].matches("(?i).*(`\\w+\\.\\w+`|no test).*"));
    }

    /** Texts of the test classes by their names; contracts of the same name are one. */
    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        for (var module : Stream.concat(Repository.MODULES.stream(), Stream.of("e2e")).toList()) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                for (var file : files.filter(PapersTest::isTest).toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }

    private static boolean isTest(Path file) {
        return file.toString().matches(".*(Test|IT|Contract)\\.java");
    }

    private static List<Path> papers() throws IOException {
        var papers = new ArrayList<Path>();
        try (var files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(f -> f.toString().endsWith(".md")).forEach(papers::add);
        }
        var readme = ROOT.resolve("README.md");
        if (Files.exists(readme)) {
            papers.add(readme);
        }
        return papers;
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }
}
