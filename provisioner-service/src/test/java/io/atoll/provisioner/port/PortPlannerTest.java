package io.atoll.provisioner.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.kind.PortWish.Audience;
import io.atoll.provisioner.machine.PortRange;
import io.atoll.provisioner.port.PortPlan.Planned;
import io.atoll.provisioner.port.PortPlan.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlannerTest {

    private static final PortRange POOL = new PortRange(9000, 9009);
    private static final PortRange EPHEMERAL = new PortRange(32_768, 60_999);
    private static final PortLedger EMPTY = PortLedger.of(List.of());

    @Test
    void givesClientsTheLowEndAndNodesTheMiddleOfThePool() {
        assertThat(plan(EMPTY, any("a"), new PortWish("c", null, Audience.NODES)))
                .extracting(plan -> ((Planned) plan).ports())
                .satisfies(
                        ports -> {
                            assertThat(ports).containsEntry("a", 9000).containsEntry("c", 9005);
                        });
    }

    @Test
    void keepsWhatTheClusterHolds() {
        var ledger = PortLedger.of(List.of(held(9007, "orders", "a")));

        assertThat(plan(ledger, any("a"), any("b")))
                .isEqualTo(new Planned(Map.of("a", 9007, "b", 9000)));
    }

    @Test
    void doesNotReuseAFreshlyReleasedPortWhileOthersAreFree() {
        var ledger =
                PortLedger.of(
                        List.of(released(9000, "2026-03-01T10:00:00Z"), held(9001, "other", "a")));

        assertThat(plan(ledger, any("a"))).isEqualTo(new Planned(Map.of("a", 9002)));
    }

    @Test
    void reusesTheLongestReleasedPortOnceAllWereHeld() {
        var entries =
                POOL.ports()
                        .mapToObj(
                                port ->
                                        released(
                                                port,
                                                port == 9004
                                                        ? "2026-03-01T09:00:00Z"
                                                        : "2026-03-01T10:00:00Z"))
                        .toList();

        assertThat(plan(PortLedger.of(entries), any("a")))
                .isEqualTo(new Planned(Map.of("a", 9004)));
    }

    @Test
    void refusesAnAskedPortThatAnotherClusterHoldsAndNamesNone() {
        var ledger = PortLedger.of(List.of(held(9003, "payments", "a")));

        assertThat((Refused) plan(ledger, asked("a", 9003)))
                .isEqualTo(new Refused("PortTaken", "Port 9003 is held by another cluster."));
    }

    @Test
    void refusesAskedPortsThatCannotBe() {
        assertThat(reason(asked("a", 40_000))).isEqualTo("PortNotAllowed");
        assertThat(reason(asked("a", 70_000))).isEqualTo("PortNotAllowed");
        assertThat(reason(asked("a", 9002), asked("b", 9002))).isEqualTo("PortTaken");
        var busy = planner(Set.of(12_000)).plan("orders", List.of(asked("a", 12_000)), EMPTY);
        assertThat(((Refused) busy).message()).contains("12000", "another program");
    }

    @Test
    void doesNotProbeAnAskedPortThatTheClusterItselfListensOn() {
        var ledger = PortLedger.of(List.of(held(9003, "orders", "a")));

        assertThat(planner(Set.of(9003)).plan("orders", List.of(asked("a", 9003)), ledger))
                .isInstanceOf(Planned.class);
    }

    @Test
    void skipsPortsOfOtherProgramsAndSaysWhenNoneIsLeft() {
        var busy = Set.of(9000, 9001);
        assertThat(planner(busy).plan("orders", List.of(any("a")), EMPTY))
                .isEqualTo(new Planned(Map.of("a", 9002)));
        var none = new PortPlanner(POOL, EPHEMERAL, _ -> false);
        assertThat(((Refused) none.plan("orders", List.of(any("a")), EMPTY)).reason())
                .isEqualTo("PortsUnavailable");
    }

    private static String reason(PortWish... wishes) {
        return ((Refused) plan(EMPTY, wishes)).reason();
    }

    private static PortPlan plan(PortLedger ledger, PortWish... wishes) {
        return planner(Set.of()).plan("orders", List.of(wishes), ledger);
    }

    private static PortPlanner planner(Set<Integer> busy) {
        return new PortPlanner(POOL, EPHEMERAL, port -> !busy.contains(port));
    }

    private static PortWish any(String use) {
        return new PortWish(use, null, Audience.CLIENTS);
    }

    private static PortWish asked(String use, int port) {
        return new PortWish(use, port, Audience.CLIENTS);
    }

    private static PortLedger.Entry held(int port, String cluster, String use) {
        return new PortLedger.Entry(port, cluster, use, null);
    }

    private static PortLedger.Entry released(int port, String at) {
        return new PortLedger.Entry(port, null, "a", Instant.parse(at));
    }
}
