package io.atoll.gateway.legacy.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.contracts.cluster.SingleClusterImport.Format;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Invalid;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to do harm, or that two readers would read differently. */
class HostileFileTest {
    private static final int LEVELS = 90_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]",
                "kafka: !!java.io.File /etc/passwd",
                "kafka: {broker_port: !<tag:yaml.org,2002:java.lang.ProcessBuilder> 9092}",
                "kafka: !local {broker_port: 9092}",
                "kafka: {broker_port: !!int \"9092\"}"
            })
    void a_tag_makes_nothing(String text) {
        assertThat(refusal(Format.YAML, text)).contains("has a tag").contains("see line 1");
        assertThat(refusal(Format.COMPOSE, text)).contains("has a tag");
    }

    @ParameterizedTest
    @MethodSource
    void an_alias_is_not_followed(String text) {
        assertThat(refusal(Format.YAML, text)).contains("has an alias");
        assertThat(refusal(Format.COMPOSE, text)).contains("has an alias");
    }

    static Stream<String> an_alias_is_not_followed() {
        return Stream.of(
                laughs(),
                "a: &a {b: *a}",
                "x: &x {port: 1}\nkafka:\n  <<: *x\n",
                "port: &p 9092\nkafka: {broker_port: *p}");
    }

    /** Nine lists, each of nine of the one before: a thousand million words where followed. */
    private static String laughs() {
        return "a0: &a0 [lol, lol]\n"
                + IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, nine("*a" + (i - 1))))
                        .collect(Collectors.joining());
    }

    private static String nine(String word) {
        return IntStream.range(0, 9).mapToObj(_ -> word).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_too_deep_or_too_much_is_refused_before_it_is_held(String text, String why) {
        assertThat(refusal(Format.YAML, text)).contains(why).hasSizeLessThan(500);
    }

    static Stream<Arguments> what_is_too_deep_or_too_much_is_refused_before_it_is_held() {
        return Stream.of(
                Arguments.of("[".repeat(LEVELS), "nested too deeply"),
                Arguments.of("[".repeat(LEVELS) + "]".repeat(LEVELS), "nested too deeply"),
                Arguments.of("{a: ".repeat(40_000), "nested too deeply"),
                Arguments.of("- ".repeat(LEVELS), "nested too deeply"),
                Arguments.of("? ".repeat(LEVELS), "is not YAML of one document"),
                Arguments.of(
                        "kafka: {broker_port: 1" + "0".repeat(LEVELS) + "}",
                        "00…', which is not a whole number"),
                Arguments.of(longNames(), "has a name of more than 200 characters"),
                Arguments.of(lines(501, "key%d: 1\n"), "has more than 500 settings"));
    }

    /**
     * Written out with the name around them, these 15,000 would be more than a thousand million
     * characters.
     */
    private static String longNames() {
        return "? " + "k".repeat(100_000) + "\n:\n" + lines(15_000, " %d:\n");
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YAML    | 'kafka: {broker_port: 1, broker_port: 2}'        | has a key twice",
                "YAML    | 'kafka: {broker_port: 1}\nkafka: {}'             | see line 2",
                "YAML    | 'kafka: {broker_port: 1}\nkafka.broker_port: 2'  | has kafka.broker_port twice",
                "YAML    | 'debug: true\n---\ndebug: false'                 | is not YAML of one document",
                "ENV     | 'KAFKA_PORT=1\nKAFKA_PORT=2'                     | has KAFKA_PORT twice",
                "COMPOSE | 'services: {kafka: {}, kafka: {}}'               | has a key twice",
                "COMPOSE | 'services: {kafka: {environment: [A=1, A=2]}}'   | environment.A twice"
            })
    void what_is_there_twice_is_refused_and_not_the_last_taken(
            Format format, String text, String why) {
        assertThat(refusal(format, text)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0x1b, 0x7f, 0x85, 0xad, 0x200b, 0x2028, 0x202e, 0x2066, 0xd800, 0xfeff, 0xe0041
            })
    void what_cannot_be_seen_is_refused_by_its_number_and_line(int hidden) {
        for (var format : Format.values()) {
            var text = "# a\n# b" + Character.toString(hidden) + "\nKAFKA_PORT=1\n";
            assertThat(refusal(format, text)).isEqualTo("line 2 holds U+%04X".formatted(hidden));
        }
    }

    private static String refusal(Format format, String text) {
        var refused =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                new TakeoverFactory(8080)
                                        .of(new SingleClusterImport(format, text, null)));
        assertThat(refused).as("refusal").isNotNull();
        return refused.errors().stream().map(FieldError::detail).collect(Collectors.joining("\n"));
    }
}
