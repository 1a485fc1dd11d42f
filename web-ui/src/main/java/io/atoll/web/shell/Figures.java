package io.atoll.web.shell;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, counts and ages in words; usable in templates as {@code {value.bytes}} and so on. */
@TemplateExtension
public final class Figures {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Binary units, three significant digits: 1.46 GB. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1000 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String form =
                unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, form, value, UNITS[unit]);
    }

    /** Mebibytes as {@link #bytes}: 17.0 GB. */
    public static String megabytes(int megabytes) {
        return bytes((long) megabytes << 20);
    }

    /** Groups of three digits. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    public static String cores(double cores) {
        return String.format(Locale.ROOT, "%.2f", cores);
    }

    public static String stamp(Instant at) {
        return STAMP.format(at);
    }

    /** Words for the time between an instant and now, rounded down to its largest unit. */
    public static String ago(Instant at, Instant now) {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        if (seconds < 5) {
            return "just now";
        }
        return span(seconds) + " ago";
    }

    /** Words for the time from now until an instant, rounded down to its largest unit. */
    public static String ahead(Instant at, Instant now) {
        long seconds = Duration.between(now, at).toSeconds();
        return seconds <= 0 ? "now" : "in " + span(seconds);
    }

    private static String span(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }

    private Figures() {}
}
