package io.atoll.registry.request;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells rows that the database will never take from a database that cannot be reached. */
public final class DataRefused {

    private DataRefused() {}

    /** SQLSTATE classes 22 (data) and 23 (constraints). */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState().startsWith("22")
                        || refused.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
