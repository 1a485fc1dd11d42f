package io.atoll.web.usage;

/**
 * A figure and how much of the machine it is.
 *
 * @param percent 0 to 100 for the bar; at least 1 where there is anything
 */
public record Meter(String label, String figure, int percent, String meaning) {

    static Meter of(String label, String figure, double part, double whole, String of) {
        double share = whole > 0 ? part / whole * 100 : 0;
        int percent = part > 0 && whole > 0 ? Math.clamp(Math.round(share), 1, 100) : 0;
        String meaning = whole > 0 ? label + " " + figure + ", " + percent + " % of " + of : label;
        return new Meter(label, figure, percent, meaning);
    }
}
