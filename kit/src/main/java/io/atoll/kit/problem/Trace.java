package io.atoll.kit.problem;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Names one request, or one piece of background work, in the logs of all services.
 *
 * @param id 32 lower-case hexadecimal digits, the trace id of W3C Trace Context
 */
public record Trace(String id) {

    /** Header of HTTP requests and of Kafka messages. */
    public static final String HEADER = "traceparent";

    static final String ANSWER_HEADER = "X-Trace-Id";

    private static final String MDC_KEY = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    public static Trace fresh() {
        return new Trace(hex(16));
    }

    /** The trace that a {@code traceparent} names, or a fresh one where it names none. */
    public static Trace of(@Nullable String traceparent) {
        if (traceparent == null) {
            return fresh();
        }
        var matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? new Trace(matcher.group(1)) : fresh();
    }

    /** The trace that was entered on this Vert.x context or, outside of one, on this thread. */
    public static Optional<Trace> current() {
        return MDC.get(MDC_KEY) instanceof String id
                ? Optional.of(new Trace(id))
                : Optional.empty();
    }

    /** From here on log lines of this Vert.x context, or this thread, carry the trace. */
    public Trace enter() {
        MDC.put(MDC_KEY, id);
        return this;
    }

    /** A {@code traceparent} for the next hop. */
    public String traceparent() {
        return "00-" + id + "-" + hex(8) + "-01";
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
