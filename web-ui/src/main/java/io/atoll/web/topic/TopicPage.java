package io.atoll.web.topic;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.topic.TopicView;
import io.atoll.web.client.Query;
import io.atoll.web.form.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One topic as shown.
 *
 * @param config as lines to edit
 */
public record TopicPage(
        TopicView topic,
        String segment,
        List<TopicView.Partition> partitions,
        Map<String, String> settings,
        String config) {

    static TopicPage of(TopicView topic) {
        Map<String, String> settings =
                Optional.ofNullable(topic.config())
                        .<Map<String, String>>map(TreeMap::new)
                        .orElse(Map.of());
        return new TopicPage(
                topic,
                Query.segment(topic.name()),
                Optional.ofNullable(topic.partitionDetails()).orElse(List.of()),
                settings,
                Settings.lines(settings));
    }

    /** What the services say that this visitor may do to it. */
    public boolean may(String permission) {
        Set<Permission> privileges = topic.privileges();
        return privileges != null && privileges.contains(Permission.valueOf(permission));
    }

    /** The share of the fullest partition that this one holds, 0 to 100. */
    public int share(TopicView.Partition partition) {
        long most =
                partitions.stream().mapToLong(p -> p.endOffset() - p.beginOffset()).max().orElse(0);
        long own = partition.endOffset() - partition.beginOffset();
        return most == 0 ? 0 : (int) Math.max(own > 0 ? 1 : 0, own * 100 / most);
    }
}
