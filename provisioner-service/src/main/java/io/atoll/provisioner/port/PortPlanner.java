package io.atoll.provisioner.port;

import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.kind.PortWish.Audience;
import io.atoll.provisioner.machine.PortRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Chooses ports. Pure but for the probe it is given.
///
/// What a cluster holds already it keeps. A port that is asked for by number is given or refused,
/// never replaced by another one.
public final class PortPlanner {

    private final PortRange pool;
    private final PortRange ephemeral;
    private final IntPredicate isFree;

    public PortPlanner(PortRange pool, PortRange ephemeral, IntPredicate isFree) {
        this.pool = pool;
        this.ephemeral = ephemeral;
        this.isFree = isFree;
    }

    public PortPlan plan(String cluster, List<PortWish> wishes, PortLedger ledger) {
        var held = ledger.heldBy(cluster);
        var planned = new HashMap<String, Integer>();
        for (var wish : wishes) {
            if (wish.port() != null) {
                if (planned.containsValue(wish.port())) {
                    return new PortPlan.Refused(
                            "PortTaken", "Port " + wish.port() + " is asked for twice.");
                }
                var refusal = refusal(cluster, wish.port(), held.values(), ledger);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                planned.put(wish.use(), wish.port());
            }
        }
        for (var wish : wishes) {
            if (wish.port() == null) {
                var port = choice(wish, held, planned, ledger);
                if (port.isEmpty()) {
                    return exhausted();
                }
                planned.put(wish.use(), port.get());
            }
        }
        return new PortPlan.Planned(planned);
    }

    private Optional<PortPlan> refusal(
            String cluster, int port, Collection<Integer> held, PortLedger ledger) {
        var holder = ledger.holder(port).filter(other -> !other.equals(cluster));
        if (holder.isPresent()) {
            // Which one is not for everybody who may see this cluster.
            return refused("PortTaken", "Port %d is held by another cluster.".formatted(port));
        }
        if (port > 65_535) {
            return refused("PortNotAllowed", "There is no port " + port + ".");
        }
        if (ephemeral.contains(port)) {
            return refused(
                    "PortNotAllowed",
                    "Port %d lies in %s, which the system uses for outgoing connections."
                            .formatted(port, ephemeral));
        }
        if (!held.contains(port) && !isFree.test(port)) {
            return refused("PortTaken", "Port %d is used by another program.".formatted(port));
        }
        return Optional.empty();
    }

    private static Optional<PortPlan> refused(String reason, String message) {
        return Optional.of(new PortPlan.Refused(reason, message));
    }

    private Optional<Integer> choice(
            PortWish wish,
            Map<String, Integer> held,
            Map<String, Integer> planned,
            PortLedger ledger) {
        var known = held.get(wish.use());
        if (known != null && !planned.containsValue(known)) {
            return Optional.of(known);
        }
        return pool.ports()
                .boxed()
                .map(port -> shifted(port, wish.audience()))
                .filter(port -> !ephemeral.contains(port))
                .filter(port -> ledger.holder(port).isEmpty())
                .filter(port -> !planned.containsValue(port))
                .sorted(ledger.leastRecentlyHeld())
                .filter(isFree::test)
                .findFirst();
    }

    /// The pool, beginning at its lower end for clients and at its middle for nodes.
    private int shifted(int port, Audience audience) {
        var size = pool.last() - pool.first() + 1;
        var shift = audience == Audience.CLIENTS ? 0 : size / 2;
        return pool.first() + (port - pool.first() + shift) % size;
    }

    private PortPlan exhausted() {
        return new PortPlan.Refused(
                "PortsUnavailable", "No port of the pool " + pool + " is free any more.");
    }
}
