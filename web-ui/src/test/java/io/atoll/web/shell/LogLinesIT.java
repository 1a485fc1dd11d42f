package io.atoll.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.web.gateway.GatewayPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

/** What a service that runs makes of a record with a text made to mislead. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class LogLinesIT {

    @Test
    void lines_of_the_log_show_what_they_hold() {
        var formatters = formatters(LogContext.getLogContext().getLogger("").getHandlers());
        assertThat(formatters).isNotEmpty();
        for (Formatter formatter : formatters) {
            String line = formatter.format(record("name \u001b[2J \u202e \r\n12:00 INFO forged"));
            assertThat(line.startsWith("{")).isEqualTo(json());
            assertThat(line)
                    .contains("\\u001b[2J \\u202e", json() ? "\\r\\n12:00" : "\\u000d\n  | 12:00")
                    .doesNotContain("\u001b", "\u202e", "\r");
        }
    }

    boolean json() {
        return false;
    }

    private static ExtLogRecord record(String text) {
        var record = new ExtLogRecord(Level.WARN, text, ExtLogRecord.FormatStyle.NO_FORMAT, "test");
        record.setLoggerName("io.atoll.web.Test");
        return record;
    }

    private static List<Formatter> formatters(Handler[] handlers) {
        var found = new ArrayList<Formatter>();
        for (Handler handler : handlers) {
            if (handler instanceof ExtHandler outer) {
                found.addAll(formatters(outer.getHandlers()));
            }
            if (handler.getFormatter() != null) {
                found.add(handler.getFormatter());
            }
        }
        return found;
    }
}
