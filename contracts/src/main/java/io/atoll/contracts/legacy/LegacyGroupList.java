package io.atoll.contracts.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /consumer-groups}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LegacyGroupList(
        List<Group> consumerGroups, int totalCount, Instant timestamp, @Nullable String requestId) {

    /**
     * @param state as Kafka writes it, for example {@code Stable}
     * @param coordinator node id
     * @param partitionAssignments partitions by topic, of all members
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(
            String groupId,
            String state,
            List<Member> members,
            @Nullable String coordinator,
            Map<String, List<Integer>> partitionAssignments) {}

    /** One member of a group. */
    public record Member(String memberId, String clientId, String host) {}
}
