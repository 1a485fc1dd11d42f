package io.atoll.log;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What another formatter makes of a record, with control and invisible characters written as {@code
 * \}{@code u001b}, which in JSON is the same text. Lines after the first begin with a mark, so that
 * no text begins a line of its own. Long records are cut. Any thread.
 */
final class VisibleFormatter extends ExtFormatter.Delegating {

    /** Characters of a record. */
    private static final int LONGEST = 32_768;

    /** Characters that stay of the message, and of the trace, of a longer one. */
    private static final int LONGEST_PART = 8_192;

    private static final String NEXT_LINE = "\n  | ";
    private static final Pattern HIDDEN = Pattern.compile("[[\\p{C}\\u2028\\u2029]&&[^\\t]]");

    VisibleFormatter(ExtFormatter delegate) {
        super(delegate);
    }

    @Override
    public String format(ExtLogRecord record) {
        String text = super.format(record);
        return visible(text.length() <= LONGEST ? text : super.format(shortened(record)));
    }

    private static String visible(String text) {
        String line = text.stripTrailing();
        return HIDDEN.matcher(line).replaceAll(VisibleFormatter::shown) + "\n";
    }

    private static String shown(MatchResult found) {
        String hidden = found.group();
        if (hidden.equals("\n")) {
            return NEXT_LINE;
        }
        var shown = new StringBuilder();
        hidden.chars().forEach(c -> shown.append("\\u%04x".formatted(c)));
        return Matcher.quoteReplacement(shown.toString());
    }

    /** Without the exception, whose trace is in the message as far as there is room for it. */
    private ExtLogRecord shortened(ExtLogRecord record) {
        String message = cut(String.valueOf(formatMessage(record)));
        if (record.getThrown() != null) {
            message += "\n" + cut(trace(record.getThrown()));
        }
        var copy = new ExtLogRecord(record);
        copy.setThrown(null);
        copy.setParameters(null);
        copy.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        return copy;
    }

    /** Of it and of its causes, as far as there is room. */
    private static String trace(Throwable thrown) {
        var trace = new StringBuilder(thrown.toString());
        Throwable next = thrown;
        while (next != null && trace.length() < LONGEST_PART) {
            Stream.of(next.getStackTrace()).forEach(at -> trace.append("\n\tat ").append(at));
            next = next.getCause();
            if (next != null) {
                trace.append("\nCaused by: ").append(next);
            }
        }
        return trace.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_PART
                ? text
                : text.substring(0, LONGEST_PART) + "… (%d characters)".formatted(text.length());
    }
}
