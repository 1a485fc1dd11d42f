package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.problem.NearNames;
import java.util.List;
import java.util.Map;

/** There is no such thing, or the caller may not know of it (404). */
public final class NotFound extends AtollException {

    private final boolean hides;

    /**
     * @param what noun of the thing, for example {@code cluster}
     * @param near ids that the caller may have meant, see {@link NearNames}; only such as it may
     *     see
     */
    public NotFound(String what, String id, List<String> near) {
        this(what, id, near, false);
    }

    private NotFound(String what, String id, List<String> near, boolean hides) {
        super(
                ProblemType.NOT_FOUND,
                detail(what, id, near),
                List.of(),
                near.isEmpty() ? Map.of() : Map.of("near", List.copyOf(near)));
        this.hides = hides;
    }

    /**
     * The same answer, whether the thing is not there or is hidden from the caller. The gateway is
     * told which it is, for the audit; the caller is not.
     *
     * @param hides true where it is there
     */
    public static NotFound orHidden(boolean hides, String what, String id, List<String> near) {
        return new NotFound(what, id, near, hides);
    }

    @Override
    public boolean hides() {
        return hides;
    }

    private static String detail(String what, String id, List<String> near) {
        var plain = "There is no " + what + " '" + id + "'.";
        return near.isEmpty()
                ? plain
                : plain + " Did you mean '" + String.join("' or '", near) + "'?";
    }
}
