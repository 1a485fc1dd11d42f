package io.atoll.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;

/** Gives every handler of this process the formatter, before anything comes in from outside. */
@ApplicationScoped
class LogLines {

    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        wrap(LogContext.getLogContext().getLogger("").getHandlers());
    }

    private static void wrap(Handler[] handlers) {
        for (Handler handler : handlers) {
            if (handler instanceof ExtHandler outer) {
                wrap(outer.getHandlers());
            }
            Formatter formatter = handler.getFormatter();
            if (formatter != null && !(formatter instanceof VisibleFormatter)) {
                handler.setFormatter(new VisibleFormatter(ExtFormatter.wrap(formatter, true)));
            }
        }
    }
}
