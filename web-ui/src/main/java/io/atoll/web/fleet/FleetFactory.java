package io.atoll.web.fleet;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.web.client.Partial;
import io.atoll.web.look.NodeLook;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.usage.Machine;
import io.atoll.web.usage.UsageHistory;
import io.atoll.web.usage.UsageLook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins clusters with their usage. */
@ApplicationScoped
class FleetFactory {

    /** What needs a look comes first, then by name. */
    private static final Comparator<ClusterView> ORDER =
            Comparator.comparing((ClusterView c) -> rank(c))
                    .thenComparing(ClusterView::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(ClusterView::id);

    private final UsageHistory history;

    FleetFactory(UsageHistory history) {
        this.history = history;
    }

    FleetView make(
            List<ClusterView> clusters,
            Partial<List<UsageView>> usages,
            Partial<List<RuntimeView>> runtimes,
            Room room,
            FleetFilter filter) {
        Machine machine = Machine.of(runtimes.or(List.of()));
        Map<String, UsageLook> looks = looks(usages.or(List.of()), machine);
        List<ClusterCard> cards =
                clusters.stream()
                        .filter(filter::shows)
                        .sorted(ORDER)
                        .map(c -> card(c, looks))
                        .toList();
        return new FleetView(
                cards,
                clusters.size(),
                FleetSummary.of(clusters, usages.value(), machine),
                filter,
                distinct(clusters.stream().map(ClusterView::environment)),
                distinct(clusters.stream().flatMap(c -> tags(c))),
                CapacityLook.of(room),
                usages.reason());
    }

    /** The same clusters without usage. */
    List<ClusterCard> plain(List<ClusterView> clusters, FleetFilter filter) {
        return clusters.stream()
                .filter(filter::shows)
                .sorted(ORDER)
                .map(c -> ClusterCard.of(c, null))
                .toList();
    }

    private Map<String, UsageLook> looks(List<UsageView> usages, Machine machine) {
        return usages.stream()
                .collect(
                        Collectors.toMap(
                                UsageView::clusterId,
                                (UsageView u) -> UsageLook.of(u, history.add(u), machine),
                                (a, b) -> b));
    }

    private static ClusterCard card(ClusterView c, Map<String, UsageLook> looks) {
        boolean idle = c.status().nodes().stream().noneMatch(NodeLook::isUp);
        UsageLook usage = Optional.ofNullable(looks.get(c.id())).filter(u -> !idle).orElse(null);
        return ClusterCard.of(c, usage);
    }

    private static Stream<String> tags(ClusterView cluster) {
        Function<Map.Entry<String, String>, String> pair = e -> e.getKey() + "=" + e.getValue();
        return cluster.tags().entrySet().stream().map(pair);
    }

    private static List<String> distinct(Stream<String> values) {
        return values.distinct().sorted().toList();
    }

    private static int rank(ClusterView cluster) {
        return switch (PhaseLook.of(cluster).tone()) {
            case BAD -> 0;
            case WARN -> 1;
            case BUSY, OK -> 2;
            case OFF -> 3;
        };
    }
}
