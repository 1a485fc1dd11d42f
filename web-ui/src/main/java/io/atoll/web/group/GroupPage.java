package io.atoll.web.group;

import io.atoll.contracts.group.GroupView;
import java.util.List;
import java.util.Optional;

/** One group as shown. */
public record GroupPage(
        GroupRow row, List<GroupView.Member> members, List<GroupView.Partition> partitions) {

    static GroupPage of(GroupView group) {
        return new GroupPage(
                GroupRow.of(group),
                Optional.ofNullable(group.memberDetails()).orElse(List.of()),
                Optional.ofNullable(group.partitionDetails()).orElse(List.of()));
    }

    /** The share of the largest lag that this partition has, 0 to 100. */
    public int share(GroupView.Partition partition) {
        long most = partitions.stream().mapToLong(GroupPage::lag).max().orElse(0);
        long own = lag(partition);
        return most == 0 ? 0 : (int) Math.max(own > 0 ? 1 : 0, own * 100 / most);
    }

    private static long lag(GroupView.Partition partition) {
        return Optional.ofNullable(partition.lag()).orElse(0L);
    }
}
