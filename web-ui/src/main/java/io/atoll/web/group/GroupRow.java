package io.atoll.web.group;

import io.atoll.contracts.group.GroupView;
import io.atoll.web.client.Query;
import java.util.List;
import java.util.Optional;

/**
 * One group of the list.
 *
 * @param segment its name in a path
 */
public record GroupRow(GroupView group, GroupLook look, String segment, List<String> warnings) {

    static GroupRow of(GroupView group) {
        return new GroupRow(
                group,
                GroupLook.of(group.state()),
                Query.segment(group.name()),
                Optional.ofNullable(group.warnings()).orElse(List.of()));
    }
}
