package io.atoll.launcher.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a log for people: of JSON records the time, level, logger and message, others as is.
/// Further lines of a record begin with a mark, so that no text looks like a record of its own.
public final class LogLine {

    private static final String NEXT_LINE = "\n  | ";

    private LogLine() {}

    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        var message = field("message", line);
        var stack = field("stackTrace", line);
        return "%s %-5s [%s] %s%s"
                .formatted(
                        field("timestamp", line),
                        field("level", line),
                        field("loggerName", line),
                        message,
                        stack.isEmpty() ? "" : NEXT_LINE + stack);
    }

    private static String field(String name, String json) {
        var value = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*+)\"").matcher(json);
        return value.find() ? unescaped(value.group(1)) : "";
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(
                        escape ->
                                Matcher.quoteReplacement(
                                        switch (escape.group(1)) {
                                            case "n" -> NEXT_LINE;
                                            case "u" -> "\\u";
                                            case "t" -> "\t";
                                            case "r" -> "";
                                            default -> escape.group(1);
                                        }));
    }
}
