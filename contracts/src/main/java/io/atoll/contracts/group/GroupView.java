package io.atoll.contracts.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group as the API shows it.
 *
 * @param type {@code classic} or {@code consumer}: the protocol it speaks
 * @param state {@code stable}, {@code empty}, {@code dead} and so on; {@code unknown} where the
 *     group could not be asked
 * @param coordinator node id of the broker that looks after the group
 * @param totalLag lags of all partitions whose lag is known, summed; absent where none is
 * @param memberDetails absent in lists unless asked for
 * @param partitionDetails absent in lists
 * @param warnings what is missing from this answer and why, absent where nothing is
 */
public record GroupView(
        String name,
        String type,
        String state,
        int members,
        @Nullable Integer coordinator,
        @Nullable String assignor,
        @Nullable Long totalLag,
        @Nullable List<Member> memberDetails,
        @Nullable List<Partition> partitionDetails,
        @Nullable List<String> warnings) {

    /**
     * @param instanceId {@code group.instance.id} of a static member
     */
    public record Member(
            String memberId,
            @Nullable String instanceId,
            String clientId,
            String host,
            List<Assignment> assignments) {}

    /** Partitions of one topic that a member reads, in order. */
    public record Assignment(String topic, List<Integer> partitions) {}

    /**
     * @param committedOffset absent where the group has committed none
     * @param endOffset absent where it is not known, for example without a leader
     * @param lag end minus committed, never below 0; absent where one of them is
     * @param memberId who reads it, absent where nobody does
     */
    public record Partition(
            String topic,
            int partition,
            @Nullable Long committedOffset,
            @Nullable Long endOffset,
            @Nullable Long lag,
            @Nullable String memberId) {}
}
