package io.atoll.registry.request;

import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Finds out which unique index refused a row. */
public final class UniqueViolation {

    private UniqueViolation() {}

    /** Name of the index, empty where the failure is another. */
    public static Optional<String> indexOf(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConstraintViolationException refused) {
                return Optional.ofNullable(refused.getConstraintName());
            }
        }
        return Optional.empty();
    }

    public static boolean isOf(Throwable failure, String index) {
        return indexOf(failure).filter(index::equals).isPresent();
    }
}
