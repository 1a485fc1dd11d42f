package io.atoll.provisioner.reconcile;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.kind.Kind;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.port.PortPlan;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.status.Admission;
import io.atoll.provisioner.status.Assessment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocking part of a run, in two halves so that the lease can be checked between them: looking,
 * then taking steps.
 */
final class ClusterLook {

    /** A node that starts is waited for: the first client is served as soon as can be. */
    private static final Duration STARTING_PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ClusterDesired desired;
    private final Kind kind;
    private final ClusterRuntime runtime;
    private final Surroundings around;

    ClusterLook(ClusterDesired desired, Kind kind, ClusterRuntime runtime, Surroundings around) {
        this.desired = desired;
        this.kind = kind;
        this.runtime = runtime;
        this.around = around;
    }

    /**
     * What was seen, and what is wanted of the runtime.
     *
     * @param wanted absent where nothing can be done
     */
    record Seen(
            Admission admission,
            Assessment.@Nullable Plan plan,
            ObservedCluster observed,
            Readiness readiness,
            @Nullable DesiredCluster wanted) {}

    Seen look(PortPlan ports, @Nullable ClusterStatus previous) {
        var observed = observe();
        if (!(ports instanceof PortPlan.Planned(var byUse))) {
            return new Seen(
                    AdmissionPolicy.ports(ports), null, observed, Readiness.nobodyAnswers(), null);
        }
        var blueprint = kind.blueprint(desired, runtime.place(), byUse);
        var plan =
                new Assessment.Plan(blueprint, kind.endpoints(blueprint), kind.allocation(byUse));
        var readiness = readiness(blueprint, observed, previous);
        var admission = admission(blueprint, observed);
        var wanted =
                observed.unseen() != null
                                || (blueprint.running() && admission instanceof Admission.Refused)
                        ? null
                        : present(new Silences.Look(blueprint, observed, readiness, previous));
        return new Seen(admission, plan, observed, readiness, wanted);
    }

    private ObservedCluster observe() {
        var id = new ClusterId(desired.id());
        try {
            return runtime.observe(id);
        } catch (ClusterRuntime.Away away) {
            return ObservedCluster.unseen(id, away.sentence());
        }
    }

    private Admission admission(Blueprint blueprint, ObservedCluster observed) {
        var byRuntime = AdmissionPolicy.runtime(desired, runtime.fingerprint());
        return byRuntime instanceof Admission.Refused
                ? byRuntime
                : AdmissionPolicy.scale(blueprint, observed);
    }

    private Readiness readiness(
            Blueprint blueprint, ObservedCluster observed, @Nullable ClusterStatus previous) {
        var steady = previous != null && previous.phase() == Phase.RUNNING;
        var mayAnswer =
                observed.unseen() == null
                        ? observed.nodes().stream().anyMatch(ObservedNode::isAlive)
                        : previous != null;
        if (!blueprint.running() || !mayAnswer) {
            return Readiness.nobodyAnswers();
        }
        return kind.readiness(blueprint, steady ? PATIENCE : STARTING_PATIENCE);
    }

    private DesiredCluster present(Silences.Look look) {
        var now = around.clock().instant();
        var replaceable =
                DisruptionPolicy.replaceable(
                        look.blueprint(),
                        look.observed(),
                        look.readiness(),
                        () -> kind.canMissOne(look.blueprint(), PATIENCE),
                        now);
        var hung = around.silences().hung(look, now);
        return new DesiredCluster.Present(look.blueprint(), replaceable, hung);
    }

    /** Takes steps and says what there is afterwards. */
    Assessment converge(Seen seen) {
        var wanted = seen.wanted();
        var convergence = wanted == null ? refused(seen) : converge(wanted, seen.observed());
        return new Assessment(
                desired,
                false,
                seen.admission(),
                seen.plan(),
                after(convergence, seen.observed()),
                convergence,
                seen.readiness(),
                Companions.missing(desired.spec(), runtime.fingerprint()));
    }

    private Convergence converge(DesiredCluster wanted, ObservedCluster observed) {
        if (observed.unseen() != null) {
            return away(observed.unseen());
        }
        try {
            return runtime.converge(wanted, observed);
        } catch (ClusterRuntime.Away away) {
            return away(away.sentence());
        }
    }

    private static Convergence away(String why) {
        return new Convergence.Blocked("RuntimeUnavailable", why);
    }

    /** What runs in spite of a refusal is left to run. */
    private static Convergence refused(Seen seen) {
        var unseen = seen.observed().unseen();
        if (unseen != null) {
            return away(unseen);
        }
        return switch (seen.admission()) {
            case Admission.Accepted _ -> new Convergence.Converged();
            case Admission.Refused(var reason, var message) ->
                    allRun(seen)
                            ? new Convergence.Converged()
                            : new Convergence.Blocked(reason, message);
        };
    }

    private static boolean allRun(Seen seen) {
        var plan = seen.plan();
        return plan != null
                && plan.blueprint().nodes().stream()
                        .map(node -> seen.observed().node(node.name()))
                        .allMatch(found -> found.filter(ObservedNode::isAlive).isPresent());
    }

    /** One half of the way to nothing. */
    Assessment remove() {
        var id = new ClusterId(desired.id());
        kind.forget(id);
        around.silences().forget(desired.id());
        var observed = observe();
        var convergence = converge(new DesiredCluster.Absent(id, leftovers()), observed);
        return new Assessment(
                desired,
                true,
                new Admission.Accepted(),
                null,
                after(convergence, observed),
                convergence,
                Readiness.nobodyAnswers(),
                List.of());
    }

    private ObservedCluster after(Convergence convergence, ObservedCluster before) {
        return convergence instanceof Convergence.Converged || before.unseen() != null
                ? before
                : observe();
    }

    private Leftovers leftovers() {
        return switch (desired.spec()) {
            case KafkaSpec kafka ->
                    Boolean.TRUE.equals(kafka.retentionPolicy().keepDataOnDelete())
                            ? Leftovers.KEEP
                            : Leftovers.REMOVE;
            case ExternalKafkaSpec _ -> Leftovers.KEEP;
        };
    }
}
