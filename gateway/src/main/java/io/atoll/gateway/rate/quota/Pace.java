package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A limit as settings write it: {@code 600/60s}, requests and the window in seconds. */
public record Pace(int quota, Duration window) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(\\d{1,4})s");

    public Pace {
        if (quota < 1
                || quota > 1_000_000
                || window.toSeconds() < 1
                || window.toSeconds() > 3_600) {
            throw new IllegalArgumentException("a limit is 1 to 1000000 requests in 1 to 3600 s");
        }
    }

    /** Read by the settings, too. */
    public static Pace of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a limit looks like 600/60s, not " + text);
        }
        return new Pace(
                Integer.parseInt(matcher.group(1)),
                Duration.ofSeconds(Integer.parseInt(matcher.group(2))));
    }

    Limit limit(LimitClass limitClass) {
        return new Limit(limitClass, quota, window);
    }
}
