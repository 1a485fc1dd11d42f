package io.atoll.provisioner.status;

import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.Condition.Status;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.NodeBlueprint;
import java.util.List;

/**
 * One word for people. Pure.
 *
 * <pre>
 *   absent wanted: DELETING      stop wanted: STOPPING → STOPPED
 *   run wanted:    Ready → RUNNING    never ready → CREATING    was ready → DEGRADED
 *                  nobody answers and refused, blocked or crashing again and again → FAILED
 * </pre>
 */
final class PhaseCalculator {

    private static final int CRASHES_TO_FAIL = 3;

    private PhaseCalculator() {}

    static Phase phase(Assessment found, List<Condition> conditions) {
        if (found.absence()) {
            return Phase.DELETING;
        }
        if (!found.wantsNodes()) {
            return stopped(found);
        }
        var ready = find(conditions, ConditionType.READY);
        if (ready.status() == Status.TRUE) {
            return Phase.RUNNING;
        }
        if (found.readiness().answering().isEmpty() && isHopeless(found)) {
            return Phase.FAILED;
        }
        return ready.reason().equals(ConditionCalculator.STARTING)
                ? Phase.CREATING
                : Phase.DEGRADED;
    }

    private static Phase stopped(Assessment found) {
        if (found.observed().anyAlive()) {
            return Phase.STOPPING;
        }
        return found.admission() instanceof Admission.Refused
                        || found.convergence() instanceof Blocked
                ? Phase.FAILED
                : Phase.STOPPED;
    }

    private static boolean isHopeless(Assessment found) {
        return found.admission() instanceof Admission.Refused
                || found.convergence() instanceof Blocked
                || found.observed().nodes().stream()
                        .filter(node -> !NodeBlueprint.isCompanion(node.name()))
                        .anyMatch(node -> node.crashes() >= CRASHES_TO_FAIL);
    }

    private static Condition find(List<Condition> conditions, String type) {
        return conditions.stream().filter(c -> c.type().equals(type)).findFirst().orElseThrow();
    }
}
