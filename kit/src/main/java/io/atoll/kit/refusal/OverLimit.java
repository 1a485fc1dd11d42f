package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/**
 * What is asked for is more than there is left (409); the members of the answer are the figures.
 */
public final class OverLimit extends AtollException {

    /**
     * @param figures by name, with the unit in the name
     */
    public OverLimit(ProblemType type, String detail, Map<String, Object> figures) {
        super(type, detail, List.of(), figures);
    }
}
