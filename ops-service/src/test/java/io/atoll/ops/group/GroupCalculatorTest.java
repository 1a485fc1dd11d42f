package io.atoll.ops.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberAssignment;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class GroupCalculatorTest {
    private static final TopicPartition A0 = new TopicPartition("a", 0);
    private static final TopicPartition A1 = new TopicPartition("a", 1);
    private static final TopicPartition A2 = new TopicPartition("a", 2);

    private final Map<TopicPartition, OffsetAndMetadata> committed =
            new HashMap<>(
                    Map.of(
                            A0,
                            new OffsetAndMetadata(10),
                            A1,
                            new OffsetAndMetadata(5),
                            A2,
                            new OffsetAndMetadata(9)));

    @Test
    void partitions_without_a_leader_are_skipped_and_told() {
        var view =
                calculator(Set.of(A0, A2), Map.of(A0, end(30)), Map.of(A2, new TimeoutException()))
                        .whole(group());
        assertThat(view.totalLag()).isEqualTo(20);
        assertThat(view.partitionDetails()).extracting("lag").containsExactly(20L, null, null);
        assertThat(view.warnings())
                .containsExactly(
                        "1 partition(s) have no leader, so their lag is not known: a-1.",
                        "1 partition(s) did not tell their end, so their lag is not known: a-2.");
    }

    @Test
    void an_offset_beyond_the_end_is_no_negative_lag() {
        var view = calculator(Set.of(A0), Map.of(A0, end(4)), Map.of()).whole(group());
        assertThat(view.totalLag()).isZero();
    }

    @Test
    void a_partition_without_an_offset_has_no_lag() {
        committed.clear();
        committed.put(A0, null);
        var view = calculator(Set.of(A0), Map.of(A0, end(4)), Map.of()).whole(group());
        assertThat(view.totalLag()).isNull();
        assertThat(view.partitionDetails()).extracting("endOffset").containsExactly(4L);
    }

    @Test
    void topics_that_the_caller_may_not_see_are_left_out() {
        committed.put(new TopicPartition("hidden", 0), new OffsetAndMetadata(1));
        var view = calculator(Set.of(A0), Map.of(A0, end(30)), Map.of()).whole(group());
        assertThat(view.partitionDetails()).extracting("topic").containsOnly("a");
    }

    @Test
    void a_group_that_does_not_answer_is_listed_with_the_reason() {
        var reading =
                new GroupReading(
                        new Answers<>(
                                Map.of(), Map.of("g", new GroupAuthorizationException("not g"))),
                        Answers.none(),
                        Set.of(),
                        Answers.none());
        var view =
                new GroupCalculator(reading, _ -> true)
                        .row(new GroupRow("g", "classic", "stable"), true);
        assertThat(view.state()).isEqualTo("stable");
        assertThat(view.totalLag()).isNull();
        assertThat(view.warnings()).singleElement().asString().contains("not known");
    }

    private GroupCalculator calculator(
            Set<TopicPartition> led,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, Throwable> endless) {
        return new GroupCalculator(
                new GroupReading(
                        new Answers<>(Map.of("g", group()), Map.of()),
                        new Answers<>(Map.of("g", committed), Map.of()),
                        led,
                        new Answers<>(ends, endless)),
                topic -> topic.equals("a"));
    }

    private static ListOffsetsResultInfo end(long offset) {
        return new ListOffsetsResultInfo(offset, -1, Optional.empty());
    }

    private static ConsumerGroupDescription group() {
        return new ConsumerGroupDescription(
                "g",
                false,
                List.of(
                        new MemberDescription(
                                "m",
                                Optional.empty(),
                                "client",
                                "/127.0.0.1",
                                new MemberAssignment(Set.of(A0)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                "range",
                GroupType.CLASSIC,
                GroupState.STABLE,
                new Node(1, "localhost", 9092),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
