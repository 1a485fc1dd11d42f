package io.atoll.e2e.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Pages are made of files of ours, and everything that comes into one is escaped. */
@Order(2)
class TemplatesTest {

    /** Ways around escaping, ways to evaluate a text, and ways into the program itself. */
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "[.?:\\s](raw|safe)\\b(?=[^<>{}]*})|\\{#eval|str:eval|\\{(config|inject|cdi):");

    /** Ways to make markup or code of a text in the browser; htmx swaps pages of ours. */
    private static final Pattern IN_THE_BROWSER =
            Pattern.compile(
                    "(?<!hx-swap=\")(inner|outer)HTML|insertAdjacentHTML|document\\.write"
                            + "|\\beval\\(|new Function|hx-on|createContextualFragment|javascript:");

    @Test
    void no_template_leaves_anything_unescaped_or_evaluates_it() throws IOException {
        var templates = files("src/main/resources/templates");
        assertThat(templates).hasSizeGreaterThan(50);
        assertThat(found(templates, FORBIDDEN)).isEmpty();
        assertThat(found(templates, IN_THE_BROWSER)).isEmpty();
    }

    @Test
    void no_script_makes_markup_of_a_text() throws IOException {
        var scripts = new ArrayList<>(files("src/main/resources/static"));
        scripts.addAll(files("src/main/resources/api-page"));
        scripts.removeIf(file -> !file.toString().endsWith(".js"));
        assertThat(scripts).hasSizeGreaterThan(5);
        assertThat(found(scripts, IN_THE_BROWSER)).isEmpty();
    }

    @Test
    void no_template_is_made_of_a_text_at_run_time() {
        for (var forbidden :
                List.of("RawString", "Engine", "EngineBuilder", "Qute", "TemplateContents")) {
            ArchitectureTest.check(
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("io.quarkus.qute." + forbidden));
        }
    }

    private static List<Path> files(String folder) throws IOException {
        var all = new ArrayList<Path>();
        for (var module : Repository.MODULES) {
            var root = Repository.root().resolve(module).resolve(folder);
            if (Files.isDirectory(root)) {
                try (var files = Files.walk(root)) {
                    files.filter(Files::isRegularFile).forEach(all::add);
                }
            }
        }
        return all;
    }

    private static List<String> found(List<Path> files, Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                if (pattern.matcher(line).find()) {
                    found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        return found;
    }
}
