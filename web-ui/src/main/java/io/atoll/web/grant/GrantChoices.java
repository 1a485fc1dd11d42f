package io.atoll.web.grant;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.grant.RoleView;
import java.util.List;
import java.util.stream.Stream;

/** What the form of a grant offers. */
public record GrantChoices(
        List<RoleView> roles,
        List<String> environments,
        List<String> tags,
        List<ClusterView> clusters) {

    static GrantChoices of(List<RoleView> roles, List<ClusterView> clusters) {
        return new GrantChoices(
                roles,
                words(clusters.stream().map(ClusterView::environment)),
                words(clusters.stream().flatMap(GrantChoices::tags)),
                clusters);
    }

    private static Stream<String> tags(ClusterView cluster) {
        return cluster.tags().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
    }

    private static List<String> words(Stream<String> words) {
        return words.distinct().sorted().toList();
    }
}
