package io.atoll.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * House rules that show in the sources alone: sizes, signs at the doors, words that must not be.
 */
@Order(2)
class SourcesTest {
    private static final int LINES_OF_A_FILE = 300;
    private static final int FILES = 16;
    private static final int LINES_OF_A_SIGN = 12;
    private static final Path ROOT = Repository.root();

    @Test
    void no_file_is_longer_than_three_hundred_lines() {
        assertThat(sources("main", "test").filter(f -> lines(f).size() > LINES_OF_A_FILE))
                .isEmpty();
    }

    @Test
    void no_package_holds_more_than_sixteen_files() {
        // Exempt: the flat vocabularies of the wire and the leaves of the tree of refusals.
        assertThat(packages().filter(p -> !p.startsWith(ROOT.resolve("contracts"))))
                .filteredOn(p -> children(p).stream().filter(SourcesTest::counts).count() > FILES)
                .isEmpty();
    }

    private static boolean counts(Path file) {
        return !file.endsWith("package-info.java") && !isRefusal(file);
    }

    private static boolean isRefusal(Path file) {
        return lines(file).stream().anyMatch(l -> l.contains(" extends AtollException"));
    }

    @Test
    void each_package_has_a_sign_of_at_most_twelve_lines() {
        assertThat(packages().filter(p -> !Files.exists(p.resolve("package-info.java"))))
                .as("packages without a sign")
                .isEmpty();
        assertThat(packages().map(p -> p.resolve("package-info.java")).filter(this::isTooLong))
                .as("signs that are too long")
                .isEmpty();
    }

    private boolean isTooLong(Path sign) {
        return lines(sign).stream().filter(l -> l.startsWith(" * ")).count() > LINES_OF_A_SIGN;
    }

    @Test
    void nothing_sleeps_mocks_or_is_put_off() {
        var banned =
                Pattern.compile(
                        "Thread\\.sleep|@Disabled|\\bTODO\\b|\\bFIXME\\b|org\\.mockito"
                                + "|printStackTrace");
        var found = new ArrayList<String>();
        sources("main", "test")
                .filter(f -> !f.endsWith("SourcesTest.java"))
                .forEach(
                        f ->
                                lines(f).stream()
                                        .filter(banned.asPredicate())
                                        .forEach(l -> found.add(f + ": " + l.strip())));
        assertThat(found).isEmpty();
    }

    @Test
    void public_settings_are_explained() {
        var found = new ArrayList<String>();
        sources("main")
                .filter(f -> lines(f).stream().anyMatch(l -> l.startsWith("@ConfigMapping")))
                .forEach(f -> found.addAll(unexplained(f)));
        assertThat(found).as("settings without Javadoc").isEmpty();
    }

    private static List<String> unexplained(Path file) {
        var found = new ArrayList<String>();
        var explained = false;
        for (var line : lines(file)) {
            var text = line.strip();
            if (text.endsWith("*/") || text.startsWith("///")) {
                explained = true;
            } else if (text.matches("[\\w<>?., @]+ \\w+\\(\\);")) {
                if (!explained) {
                    found.add(file.getFileName() + ": " + text);
                }
                explained = false;
            }
        }
        return found;
    }

    private static Stream<Path> packages() {
        return sources("main").map(Path::getParent).distinct();
    }

    private static Stream<Path> sources(String... kinds) {
        var files = new ArrayList<Path>();
        for (var module : modules()) {
            for (var kind : kinds) {
                files.addAll(walk(module.resolve("src").resolve(kind).resolve("java")));
            }
        }
        return files.stream();
    }

    private static List<Path> modules() {
        return Stream.concat(Repository.MODULES.stream(), Stream.of("e2e"))
                .map(ROOT::resolve)
                .toList();
    }

    private static List<Path> walk(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Predicate<Path> isJava = f -> f.toString().endsWith(".java");
        try (var files = Files.walk(folder)) {
            return files.filter(isJava).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
