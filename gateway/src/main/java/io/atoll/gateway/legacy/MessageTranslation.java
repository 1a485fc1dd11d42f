package io.atoll.gateway.legacy;

import io.atoll.contracts.group.GroupView;
import io.atoll.contracts.legacy.LegacyGroupList;
import io.atoll.contracts.legacy.LegacyMessageList;
import io.atoll.contracts.legacy.LegacyMessagePlace;
import io.atoll.contracts.legacy.LegacyMessageRequest;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.contracts.topic.RecordView;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records and groups of today as they were. Pure. */
final class MessageTranslation {

    static ProduceRequest request(LegacyMessageRequest request) {
        Map<String, Object> headers =
                request.headers() == null ? null : new LinkedHashMap<>(request.headers());
        var record =
                new ProduceRequest.Entry(
                        request.key(), request.value(), headers, request.partition(), null);
        return new ProduceRequest(
                request.topic(),
                request.key() == null ? null : Encoding.TEXT,
                Encoding.JSON,
                List.of(record));
    }

    static LegacyMessagePlace place(ProduceView produced, @Nullable String key, String requestId) {
        var place = produced.offsets().getFirst();
        return new LegacyMessagePlace(
                produced.topic(),
                place.partition(),
                place.offset(),
                key,
                place.timestamp().toEpochMilli(),
                requestId);
    }

    static LegacyMessageList messages(
            ConsumeView read, String group, String topic, Instant now, String requestId) {
        return new LegacyMessageList(
                read.records().stream().map(MessageTranslation::message).toList(),
                group,
                topic,
                read.records().size(),
                !read.ended().equals("end_reached"),
                now,
                requestId);
    }

    private static LegacyMessageList.Message message(RecordView record) {
        Object key = record.key();
        return new LegacyMessageList.Message(
                record.topic(),
                record.partition(),
                record.offset(),
                key == null ? null : key.toString(),
                record.value(),
                record.timestamp().toEpochMilli(),
                headers(record.headers()));
    }

    /** The last of those with one name. */
    private static @Nullable Map<String, @Nullable String> headers(List<RecordView.Header> all) {
        if (all.isEmpty()) {
            return null;
        }
        var headers = new LinkedHashMap<String, @Nullable String>();
        all.forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }

    static LegacyGroupList groups(List<GroupView> groups, Instant now, String requestId) {
        return new LegacyGroupList(
                groups.stream().map(MessageTranslation::group).toList(),
                groups.size(),
                now,
                requestId);
    }

    private static LegacyGroupList.Group group(GroupView group) {
        var members =
                Objects.requireNonNullElse(group.memberDetails(), List.<GroupView.Member>of());
        return new LegacyGroupList.Group(
                group.name(),
                state(group.state()),
                members.stream()
                        .map(m -> new LegacyGroupList.Member(m.memberId(), m.clientId(), m.host()))
                        .toList(),
                group.coordinator() == null ? null : String.valueOf(group.coordinator()),
                assignments(members));
    }

    private static Map<String, List<Integer>> assignments(List<GroupView.Member> members) {
        var all = new TreeMap<String, TreeSet<Integer>>();
        members.stream()
                .flatMap(member -> member.assignments().stream())
                .forEach(
                        a ->
                                all.computeIfAbsent(a.topic(), _ -> new TreeSet<>())
                                        .addAll(a.partitions()));
        var lists = new TreeMap<String, List<Integer>>();
        all.forEach((topic, partitions) -> lists.put(topic, List.copyOf(partitions)));
        return lists;
    }

    /** {@code preparing_rebalance} is {@code PreparingRebalance} to Kafka. */
    private static String state(String wire) {
        return Arrays.stream(wire.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private MessageTranslation() {}
}
