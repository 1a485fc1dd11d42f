package io.atoll.ops.group;

import io.atoll.contracts.group.GroupView;
import io.atoll.ops.connection.KafkaFailures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Makes views of groups from what was read of them. Pure. */
final class GroupCalculator {

    /** Rows of one answer; a group may read tens of thousands of partitions. */
    static final int MOST_ROWS = 5_000;

    private static final int MOST_NAMED = 3;

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final GroupReading reading;
    private final Predicate<String> visible;

    /**
     * @param visible topics that the caller may see; others are left out of every group
     */
    GroupCalculator(GroupReading reading, Predicate<String> visible) {
        this.reading = reading;
        this.visible = visible;
    }

    /** Partitions that a group reads or has read. */
    static Set<TopicPartition> partitions(
            Answers<String, ConsumerGroupDescription> groups,
            Answers<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        var all = new HashSet<TopicPartition>();
        committed.values().forEach(offsets -> all.addAll(committed(offsets).keySet()));
        groups.values().forEach(group -> all.addAll(owners(group).keySet()));
        return all;
    }

    /** For a list. */
    GroupView row(GroupRow row, boolean members) {
        var group = reading.groups().found().get(row.name());
        if (group == null) {
            return unknown(row);
        }
        var partitions = partitions(group);
        return view(group, partitions, members ? members(group) : null, null);
    }

    /** With everything. */
    GroupView whole(ConsumerGroupDescription group) {
        var partitions = partitions(group);
        return view(
                group, partitions, members(group), partitions.stream().limit(MOST_ROWS).toList());
    }

    private GroupView unknown(GroupRow row) {
        var why = reading.groups().failed().get(row.name());
        return new GroupView(
                row.name(),
                row.type(),
                row.state(),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of("The members and offsets of this group are not known: " + words(why)));
    }

    private GroupView view(
            ConsumerGroupDescription group,
            List<GroupView.Partition> partitions,
            @Nullable List<GroupView.Member> members,
            @Nullable List<GroupView.Partition> shown) {
        var lags =
                partitions.stream().map(GroupView.Partition::lag).filter(Objects::nonNull).toList();
        var warnings = warnings(group, partitions, shown != null);
        var coordinator = group.coordinator();
        return new GroupView(
                group.groupId(),
                GroupRow.type(group.type()),
                GroupRow.state(group.groupState()),
                group.members().size(),
                coordinator == null || coordinator.isEmpty() ? null : coordinator.id(),
                group.partitionAssignor().isEmpty() ? null : group.partitionAssignor(),
                lags.isEmpty() ? null : lags.stream().mapToLong(Long::longValue).sum(),
                members,
                shown,
                warnings.isEmpty() ? null : warnings);
    }

    private List<GroupView.Partition> partitions(ConsumerGroupDescription group) {
        var owners = owners(group);
        var committed =
                committed(reading.committed().found().getOrDefault(group.groupId(), Map.of()));
        return Stream.concat(owners.keySet().stream(), committed.keySet().stream())
                .distinct()
                .filter(p -> visible.test(p.topic()))
                .sorted(ORDER)
                .map(p -> partition(p, committed.get(p), owners.get(p)))
                .toList();
    }

    private GroupView.Partition partition(
            TopicPartition id, @Nullable Long committed, @Nullable String owner) {
        var end = reading.ends().found().get(id);
        var endOffset = end == null ? null : end.offset();
        var lag =
                endOffset == null || committed == null ? null : Math.max(0, endOffset - committed);
        return new GroupView.Partition(
                id.topic(), id.partition(), committed, endOffset, lag, owner);
    }

    private List<String> warnings(
            ConsumerGroupDescription group, List<GroupView.Partition> partitions, boolean shown) {
        var warnings = new ArrayList<String>();
        var why = reading.committed().failed().get(group.groupId());
        if (why != null) {
            warnings.add("The offsets of this group are not known: " + words(why));
        }
        var ids = partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition()));
        var endless = ids.filter(p -> !reading.ends().found().containsKey(p)).toList();
        tell(
                "have no leader, so their lag is not known",
                endless.stream().filter(p -> !reading.led().contains(p)).toList(),
                warnings);
        tell(
                "did not tell their end, so their lag is not known",
                endless.stream().filter(reading.led()::contains).toList(),
                warnings);
        if (shown && partitions.size() > MOST_ROWS) {
            warnings.add(
                    "Only %d of %d partitions are shown.".formatted(MOST_ROWS, partitions.size()));
        }
        return warnings;
    }

    private static void tell(String what, List<TopicPartition> which, List<String> warnings) {
        if (!which.isEmpty()) {
            var named =
                    which.stream()
                            .limit(MOST_NAMED)
                            .map(TopicPartition::toString)
                            .collect(Collectors.joining(", "));
            warnings.add(
                    "%d partition(s) %s: %s%s"
                            .formatted(
                                    which.size(),
                                    what,
                                    named,
                                    which.size() > MOST_NAMED ? " and so on." : "."));
        }
    }

    /** The client has null for a partition without an offset. */
    private static Map<TopicPartition, Long> committed(
            Map<TopicPartition, OffsetAndMetadata> offsets) {
        var known = new HashMap<TopicPartition, Long>();
        offsets.forEach(
                (partition, offset) -> {
                    if (offset != null) {
                        known.put(partition, offset.offset());
                    }
                });
        return known;
    }

    private static Map<TopicPartition, String> owners(ConsumerGroupDescription group) {
        var owners = new HashMap<TopicPartition, String>();
        for (var member : group.members()) {
            member.assignment()
                    .topicPartitions()
                    .forEach(partition -> owners.put(partition, member.consumerId()));
        }
        return owners;
    }

    private List<GroupView.Member> members(ConsumerGroupDescription group) {
        return group.members().stream()
                .sorted(Comparator.comparing(MemberDescription::consumerId))
                .limit(MOST_ROWS)
                .map(this::member)
                .toList();
    }

    private GroupView.Member member(MemberDescription member) {
        return new GroupView.Member(
                member.consumerId(),
                member.groupInstanceId().orElse(null),
                member.clientId(),
                member.host(),
                assignments(member.assignment().topicPartitions()));
    }

    private List<GroupView.Assignment> assignments(Collection<TopicPartition> partitions) {
        var byTopic =
                partitions.stream()
                        .filter(p -> visible.test(p.topic()))
                        .sorted(ORDER)
                        .collect(
                                Collectors.groupingBy(
                                        TopicPartition::topic,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                TopicPartition::partition, Collectors.toList())));
        return byTopic.entrySet().stream()
                .map(topic -> new GroupView.Assignment(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static String words(@Nullable Throwable why) {
        return why == null
                ? "the cluster did not tell."
                : String.valueOf(KafkaFailures.unwrap(why).getMessage());
    }
}
