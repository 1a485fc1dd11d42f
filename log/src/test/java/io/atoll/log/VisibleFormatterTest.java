package io.atoll.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleFormatterTest {
    private static final ExtFormatter PLAIN =
            new VisibleFormatter(new PatternFormatter("%d{HH:mm:ss} %-5p [%c{2.}] %s%e %X%n"));
    private static final ExtFormatter JSON = new VisibleFormatter(new JsonFormatter());

    /** What a terminal acts on, or an eye does not see. */
    private static final Pattern HIDDEN = Pattern.compile("[[\\p{C}\\u2028\\u2029]&&[^\\t\\n]]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster a\r\n12:00:00 INFO  [audit] admin signed in",
                "topic \u001b[2J\u001b[1;1Hgone",
                "header \u009b31mred",
                "window \u001b]0;title\u0007",
                "key \u202egnp.exe",
                "group \u2066a\u2069\u200b\ufeff\u2028b",
                "name \0\b\u007f",
                "half \ud800 of a pair",
                "tag \udb40\udc41 of invisible letters"
            })
    void nothing_that_comes_in_leaves_its_record_or_hides(String text) throws Exception {
        var failure = new IllegalStateException(text);
        for (var formatter : new ExtFormatter[] {PLAIN, JSON}) {
            for (var record : new ExtLogRecord[] {message(text), parameter(text), mdc(text)}) {
                record.setThrown(failure);
                String line = formatter.format(record);
                assertThat(HIDDEN.matcher(line).find()).as(line).isFalse();
                assertThat(line.lines().skip(1)).allMatch(next -> next.startsWith("  | "));
                assertThat(line).endsWith("\n").doesNotEndWith("\n\n");
            }
        }
        assertThat(read(JSON.format(message(text)))).isEqualTo(text);
    }

    @Test
    void lines_after_the_first_are_marked() {
        assertThat(PLAIN.format(message("one\ntwo\r\nthree")))
                .contains("one\n  | two\\u000d\n  | three");
    }

    @Test
    void what_can_be_seen_stays_as_it_is() {
        String text = "Zürich 日本 🦀 \t$1 \\n %s {0}";
        assertThat(PLAIN.format(message(text))).contains(text);
    }

    @Test
    void a_long_record_is_cut_and_stays_readable() throws Exception {
        var record = message("long\u001b" + "x".repeat(1_000_000));
        record.setThrown(new IllegalStateException("y".repeat(1_000_000)));
        for (var formatter : new ExtFormatter[] {PLAIN, JSON}) {
            assertThat(formatter.format(record)).hasSizeLessThan(20_000).contains("IllegalState");
        }
        assertThat(read(JSON.format(record)))
                .startsWith("long\u001bxxx")
                .contains("x… (1000005 characters)\njava.lang.IllegalStateException: yyy");
    }

    private static String read(String line) throws JsonProcessingException {
        return new ObjectMapper().readTree(line).path("message").asText();
    }

    private static ExtLogRecord message(String text) {
        return record(text, ExtLogRecord.FormatStyle.NO_FORMAT);
    }

    private static ExtLogRecord parameter(String text) {
        var record = record("It is %s.", ExtLogRecord.FormatStyle.PRINTF);
        record.setParameters(new Object[] {text});
        return record;
    }

    private static ExtLogRecord mdc(String text) {
        var record = message("With a context.");
        record.putMdc("clusterId", text);
        return record;
    }

    private static ExtLogRecord record(String text, ExtLogRecord.FormatStyle style) {
        var record = new ExtLogRecord(Level.WARN, text, style, "test");
        record.setLoggerName("io.atoll.Test");
        return record;
    }
}
