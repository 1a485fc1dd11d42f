package io.atoll.provisioner.status;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.Condition.Status;
import io.atoll.contracts.status.ConditionType;
import io.atoll.provisioner.runtime.Convergence.Blocked;
import io.atoll.provisioner.runtime.Convergence.Preparing;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of a cluster. Pure. */
final class ConditionCalculator {

    static final String STARTING = "Starting";
    static final String STOPPED = "Stopped";

    private static final Set<String> BEFORE_FIRST_ANSWER = Set.of(STARTING, STOPPED);

    private final Assessment found;
    private final @Nullable ClusterStatus previous;
    private final Instant now;

    ConditionCalculator(Assessment found, @Nullable ClusterStatus previous, Instant now) {
        this.found = found;
        this.previous = previous;
        this.now = now;
    }

    List<Condition> all() {
        var conditions = new ArrayList<Condition>();
        conditions.add(accepted());
        conditions.add(provisioned());
        conditions.add(ready());
        companions().ifPresent(conditions::add);
        return conditions;
    }

    private Condition accepted() {
        return switch (found.admission()) {
            case Admission.Accepted _ ->
                    condition(
                            ConditionType.ACCEPTED,
                            Status.TRUE,
                            "Accepted",
                            "The spec can be carried out.");
            case Admission.Refused(var reason, var message) ->
                    condition(ConditionType.ACCEPTED, Status.FALSE, reason, message);
        };
    }

    private Condition provisioned() {
        var type = ConditionType.PROVISIONED;
        if (found.convergence() instanceof Blocked(var reason, var message)) {
            return condition(type, Status.FALSE, reason, message);
        }
        if (found.convergence() instanceof Preparing(var _, var reason, var message)) {
            return condition(type, Status.FALSE, reason, message);
        }
        if (found.absence()) {
            return condition(type, Status.FALSE, "Deleting", "The cluster is being removed.");
        }
        var down = found.wantsNodes() ? nodesDown() : List.<String>of();
        if (!down.isEmpty()) {
            return condition(type, Status.FALSE, "NodesDown", String.join(" ", down));
        }
        var message = found.wantsNodes() ? "All nodes run." : "Everything is there; nodes rest.";
        return condition(type, Status.TRUE, "Provisioned", message);
    }

    /** One sentence for each node that should run and does not. */
    private List<String> nodesDown() {
        var plan = found.plan();
        return plan == null
                ? List.of("Nothing is there yet.")
                : plan.blueprint().members().stream().flatMap(n -> down(n).stream()).toList();
    }

    private Optional<String> down(NodeBlueprint node) {
        var observed = found.observed().node(node.name());
        if (observed.filter(ObservedNode::isAlive).isPresent()) {
            return Optional.empty();
        }
        var why = observed.filter(n -> n.crashes() > 0).map(ObservedNode::lastExit);
        return Optional.of(
                why.map(last -> node.name() + " is to be started again: " + last)
                        .orElse(node.name() + " is to be started."));
    }

    private Condition ready() {
        var type = ConditionType.READY;
        if (!found.wantsNodes()) {
            return condition(type, Status.FALSE, STOPPED, "The cluster is not meant to run.");
        }
        if (found.allAnswer()) {
            return condition(type, Status.TRUE, "AllNodesAnswer", "Clients can use it.");
        }
        if (neverAnswered()) {
            return condition(type, Status.FALSE, STARTING, "Its nodes do not answer yet.");
        }
        return condition(type, Status.FALSE, "NodesNotAnswering", silence());
    }

    /** Since it was created or started again. */
    private boolean neverAnswered() {
        return previous(ConditionType.READY)
                .map(
                        known ->
                                known.status() != Status.TRUE
                                        && BEFORE_FIRST_ANSWER.contains(known.reason()))
                .orElse(true);
    }

    private String silence() {
        var plan = found.plan();
        if (plan == null || found.readiness().answering().isEmpty()) {
            return "No node answers.";
        }
        return plan.blueprint().members().stream()
                .map(NodeBlueprint::name)
                .filter(name -> !found.readiness().answering().contains(name))
                .collect(Collectors.joining(", ", "No answer from ", "."));
    }

    private Optional<Condition> companions() {
        var type = ConditionType.COMPANIONS;
        var missing = found.missingCompanions();
        if (found.absence()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            var message = "This runtime cannot run: " + String.join(", ", missing) + ".";
            return Optional.of(condition(type, Status.FALSE, "NotSupportedByRuntime", message));
        }
        var plan = found.plan();
        return plan == null || plan.blueprint().companions().isEmpty()
                ? Optional.empty()
                : Optional.of(companions(plan.blueprint().companions()));
    }

    private Condition companions(List<NodeBlueprint> companions) {
        var type = ConditionType.COMPANIONS;
        if (!found.wantsNodes()) {
            return condition(type, Status.FALSE, STOPPED, "The cluster is not meant to run.");
        }
        if (found.companionsAnswer()) {
            return condition(type, Status.TRUE, "CompanionsAnswer", "All of them answer.");
        }
        var down = companions.stream().flatMap(node -> down(node).stream()).toList();
        return down.isEmpty()
                ? condition(type, Status.FALSE, STARTING, "Not all of them answer yet.")
                : condition(type, Status.FALSE, "CompanionsDown", String.join(" ", down));
    }

    private Condition condition(String type, Status status, String reason, String message) {
        var since =
                previous(type)
                        .filter(known -> known.status() == status)
                        .map(Condition::lastTransitionTime)
                        .orElse(now);
        return new Condition(type, status, reason, message, found.desired().generation(), since);
    }

    private Optional<Condition> previous(String type) {
        return previous == null
                ? Optional.empty()
                : previous.conditions().stream().filter(c -> c.type().equals(type)).findFirst();
    }
}
