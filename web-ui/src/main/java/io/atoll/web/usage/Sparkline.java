package io.atoll.web.usage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small line of values in a box of 100 by 24, oldest on the left.
 *
 * @param line the path of the line
 * @param area the same closed down to the floor
 */
public record Sparkline(String line, String area, boolean drawn) {

    private static final int FLOOR = 23;
    private static final int HEIGHT = 20;

    /**
     * @param least a ceiling below which the highest value does not fill the box, so that noise
     *     near zero stays low
     */
    public static Sparkline of(List<Double> values, double least) {
        if (values.size() < 2) {
            return new Sparkline("", "", false);
        }
        double highest = Math.max(least, values.stream().mapToDouble(v -> v).max().orElse(least));
        double top = highest > 0 ? highest : 1; // nothing used so far: a line on the floor
        double step = 100.0 / (values.size() - 1);
        String line =
                IntStream.range(0, values.size())
                        .mapToObj(i -> point(i * step, FLOOR - HEIGHT * values.get(i) / top))
                        .collect(Collectors.joining(" L", "M", ""));
        return new Sparkline(line, line + " L100 24 L0 24 Z", true);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
