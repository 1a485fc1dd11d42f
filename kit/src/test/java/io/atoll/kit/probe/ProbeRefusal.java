package io.atoll.kit.probe;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;

/** A refusal of any type. */
final class ProbeRefusal extends AtollException {

    ProbeRefusal(ProblemType type) {
        super(type, "Refused as " + type.slug() + ".");
    }
}
