package io.atoll.registry.setting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One broker setting as Kafka defines it.
 *
 * @param min smallest number allowed, absent: no limit of its own
 * @param max largest number allowed
 * @param choice how {@code allowed} is to be read
 * @param allowed the only values, empty: any
 * @param defaultValue Kafka's default, absent where it has none
 */
record BrokerSetting(
        String name,
        Type type,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Choice choice,
        List<String> allowed,
        @Nullable String defaultValue) {

    /** Types of Kafka's ConfigDef. */
    enum Type {
        BOOLEAN,
        STRING,
        INT,
        SHORT,
        LONG,
        DOUBLE,
        LIST,
        CLASS,
        PASSWORD
    }

    /** How the allowed values bind. */
    enum Choice {
        ANY,
        ONE_OF,
        ONE_OF_ANY_CASE,
        EACH_OF
    }

    BrokerSetting {
        allowed = List.copyOf(allowed);
    }

    /** Says in plain words what is wrong with a value; empty where nothing is. */
    Optional<String> problemOf(String value) {
        return switch (type) {
            case BOOLEAN -> problemOfBoolean(value);
            case INT -> problemOfWhole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case SHORT -> problemOfWhole(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case LONG -> problemOfWhole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> problemOfDouble(value);
            case LIST ->
                    problemOfChoice(Arrays.stream(value.split(",")).map(String::trim).toList());
            case STRING, CLASS, PASSWORD -> problemOfChoice(List.of(value.trim()));
        };
    }

    private static Optional<String> problemOfBoolean(String value) {
        String trimmed = value.trim().toLowerCase(Locale.ROOT);
        return trimmed.equals("true") || trimmed.equals("false")
                ? Optional.empty()
                : Optional.of("must be true or false");
    }

    private Optional<String> problemOfWhole(String value, long lowest, long highest) {
        long number;
        try {
            number = Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            return Optional.of("must be a whole number");
        }
        if (number < lowest || number > highest) {
            return Optional.of("must be from %d to %d".formatted(lowest, highest));
        }
        return choice == Choice.ANY
                ? problemOfRange(BigDecimal.valueOf(number))
                : problemOfChoice(List.of(Long.toString(number)));
    }

    private Optional<String> problemOfDouble(String value) {
        try {
            return problemOfRange(new BigDecimal(value.trim()));
        } catch (NumberFormatException e) {
            return Optional.of("must be a number");
        }
    }

    private Optional<String> problemOfRange(BigDecimal number) {
        boolean low = min != null && number.compareTo(min) < 0;
        boolean high = max != null && number.compareTo(max) > 0;
        return low || high ? Optional.of(rangeInWords()) : Optional.empty();
    }

    private String rangeInWords() {
        if (max == null) {
            return "must be at least " + min;
        }
        return min == null ? "must be at most " + max : "must be from " + min + " to " + max;
    }

    private Optional<String> problemOfChoice(List<String> values) {
        return values.stream().allMatch(this::isAllowed)
                ? Optional.empty()
                : Optional.of(
                        (choice == Choice.EACH_OF ? "must be a list of " : "must be one of ")
                                + allowed.stream().collect(Collectors.joining(", ")));
    }

    private boolean isAllowed(String value) {
        return switch (choice) {
            case ANY -> true;
            case ONE_OF, EACH_OF -> allowed.contains(value);
            case ONE_OF_ANY_CASE -> allowed.stream().anyMatch(value::equalsIgnoreCase);
        };
    }
}
