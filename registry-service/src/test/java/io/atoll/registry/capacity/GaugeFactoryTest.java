package io.atoll.registry.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.contracts.status.PortAllocation;
import io.atoll.registry.capacity.Taken.Sum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GaugeFactoryTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final long GB = 1L << 30;
    private static final Sum NONE = new Sum(0, 0);
    private static final Taken NOTHING = new Taken(NONE, NONE, NONE, 0, 0, 0);

    @Test
    void the_machine_has_what_is_free_less_what_starting_clusters_are_promised() {
        var starting = new Taken(NONE, NONE, NONE, 3 * GB, 0, 0);
        var gauge = memory(new GaugeFactory(starting, null, stake(true, 1, 2 * GB, 0)));
        assertThat(gauge.isExceeded()).isTrue();
        var refusal = gauge.refusal();
        assertThat(refusal.type()).isEqualTo(ProblemType.INSUFFICIENT_CAPACITY);
        assertThat(refusal.detail())
                .startsWith("This needs 2.0 GB of memory; 1.0 GB of 23.0 GB are free");
        assertThat(refusal.members())
                .containsEntry("needed", 2 * GB)
                .containsEntry("free", GB)
                .containsEntry("limit", 23 * GB);
        assertThat(memory(new GaugeFactory(starting, null, stake(true, 1, GB, 0))).isExceeded())
                .isFalse();
    }

    @Test
    void a_cluster_that_stays_stopped_takes_no_memory_but_its_start_does() {
        var stopped = stake(false, 1, 5 * GB, 0);
        assertThat(memory(new GaugeFactory(NOTHING, null, stopped)).isExceeded()).isFalse();
        var started = stake(true, 1, 5 * GB, 0);
        assertThat(Stake.grows(stopped, started)).isTrue();
        assertThat(Stake.grows(started, stopped)).isFalse();
        assertThat(memory(new GaugeFactory(NOTHING, stopped, started)).isExceeded()).isTrue();
    }

    @Test
    void a_running_cluster_that_grows_needs_the_difference() {
        var before = stake(true, 3, 6 * GB, 3);
        var after = stake(true, 5, 10 * GB, 3);
        var gauge = memory(new GaugeFactory(NOTHING, before, after));
        assertThat(gauge.after() - gauge.before()).isEqualTo(4 * GB);
        assertThat(gauge.isExceeded()).isFalse();
        assertThat(
                        memory(new GaugeFactory(NOTHING, before, stake(true, 5, 11 * GB, 3)))
                                .isExceeded())
                .isTrue();
    }

    @Test
    void nodes_that_the_report_has_not_seen_count_with_all_their_memory() {
        assertThat(stake(true, 3, 6 * GB, 1).settledMemoryBytes(AT)).isEqualTo(2 * GB);
        assertThat(stake(true, 3, 6 * GB, 1).settledMemoryBytes(AT.minusSeconds(60))).isZero();
        assertThat(stake(false, 3, 6 * GB, 3).settledMemoryBytes(AT)).isZero();
    }

    @Test
    void quotas_count_clusters_and_the_memory_of_those_that_run() {
        var taken = new Taken(new Sum(9, 40 * GB), new Sum(2, 3 * GB), new Sum(1, GB), 0, 0, 0);
        var factory = new GaugeFactory(taken, null, stake(true, 1, 2 * GB, 0));
        var quota = new Quota(OptionalLong.of(2), OptionalLong.of(5 * GB));
        var gauges = factory.environment("dev", quota);
        assertThat(gauges).extracting(Gauge::isExceeded).containsExactly(true, false);
        assertThat(gauges.getFirst().refusal().detail())
                .isEqualTo(
                        "The quota of environment 'dev' is 2 clusters: 2 are taken, and this needs 1 more.");
        assertThat(gauges.getFirst().refusal().type()).isEqualTo(ProblemType.QUOTA_EXCEEDED);
        assertThat(gauges.getLast().warning())
                .contains(
                        "100 % are taken of the quota of memory for environment 'dev': 5.0 GB of 5.0 GB.");
        assertThat(factory.user("ada", quota)).noneMatch(Gauge::isExceeded);
        var none = new Quota(OptionalLong.empty(), OptionalLong.empty());
        assertThat(factory.all(none)).isEmpty();
    }

    @Test
    void moving_to_another_environment_takes_of_its_quota() {
        var before = stake(true, 1, 2 * GB, 1);
        var after = new Stake("c", "prod", "ada", true, 1, before.need(), before.status());
        var full = new Taken(NONE, new Sum(3, 0), NONE, 0, 0, 0);
        var quota = new Quota(OptionalLong.of(3), OptionalLong.empty());
        var factory = new GaugeFactory(full, before, after);
        assertThat(factory.environment("prod", quota)).allMatch(Gauge::isExceeded);
        assertThat(factory.all(quota)).noneMatch(Gauge::isExceeded);
    }

    @Test
    void nobody_is_refused_who_takes_no_more_of_what_is_over_its_limit() {
        var over = new Taken(new Sum(9, 40 * GB), NONE, NONE, 30 * GB, 0, 0);
        var before = stake(true, 3, 6 * GB, 3);
        var factory = new GaugeFactory(over, before, stake(true, 3, 5 * GB, 3));
        assertThat(factory.machine(report())).noneMatch(Gauge::isExceeded);
        var quota = new Quota(OptionalLong.of(2), OptionalLong.of(GB));
        assertThat(factory.all(quota)).noneMatch(Gauge::isExceeded);
    }

    @Test
    void ports_and_disk_are_held_against_the_pool_and_the_free_space() {
        var taken = new Taken(NONE, NONE, NONE, 0, 99 * GB, 95);
        var gauges = new GaugeFactory(taken, null, stake(true, 3, GB, 0)).machine(report());
        assertThat(gauges)
                .extracting(g -> g.resource(), g -> g.isExceeded())
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Resource.DISK, true),
                        org.assertj.core.groups.Tuple.tuple(Resource.PORTS, true));
    }

    @Test
    void it_warns_from_80_percent_on() {
        var machine = new Scope.Machine();
        assertThat(Gauge.standing(machine, Resource.PORTS, 79, 100).warning()).isEmpty();
        assertThat(Gauge.standing(machine, Resource.PORTS, 80, 100).warning())
                .contains("80 % are taken of the ports of this machine: 80 of 100.");
    }

    private static Gauge memory(GaugeFactory factory) {
        return factory.machine(report()).getFirst();
    }

    /** 23 GB, of which 4 GB are free; 100 GB of disk; 100 ports, 98 free. */
    private static RuntimesObserved report() {
        var view =
                new RuntimeView(
                        RuntimeName.PROCESS,
                        true,
                        null,
                        "25",
                        List.of(ClusterKind.KAFKA),
                        List.of(),
                        2,
                        23 * GB,
                        4 * GB,
                        100 * GB,
                        true);
        return new RuntimesObserved(AT.plusSeconds(10), List.of(view), 100, 98);
    }

    private static Stake stake(boolean running, int brokers, long memory, int up) {
        var nodes =
                IntStream.rangeClosed(1, up).mapToObj(n -> node(n, AT.minusSeconds(1))).toList();
        var ports = up == 0 ? null : new PortAllocation(9000, null, null, null, Map.of());
        return new Stake(
                "c",
                "dev",
                "ada",
                running,
                brokers,
                new ClusterNeed(memory, 2 * GB, 6),
                new ClusterStatus(
                        Phase.RUNNING,
                        1,
                        List.of(),
                        Map.of(),
                        nodes,
                        ports,
                        null,
                        null,
                        null,
                        null,
                        AT));
    }

    private static NodeStatus node(int n, @Nullable Instant startedAt) {
        return new NodeStatus(
                "broker-" + n,
                n,
                List.of("broker"),
                NodeStatus.State.RUNNING,
                null,
                1L,
                startedAt,
                0,
                null);
    }
}
