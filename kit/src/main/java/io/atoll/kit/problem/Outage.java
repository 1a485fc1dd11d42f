package io.atoll.kit.problem;

import io.vertx.core.VertxException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** Recognises failures whose cause is a lost or refused connection to the database. */
final class Outage {

    static boolean causes(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ConnectException || isClosedConnection(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosedConnection(Throwable e) {
        var message = String.valueOf(e.getMessage());
        return (e instanceof VertxException && message.contains("onnection"))
                || e.getClass().getSimpleName().equals("ClosedConnectionException");
    }

    private Outage() {}
}
