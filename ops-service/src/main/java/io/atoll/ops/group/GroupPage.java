package io.atoll.ops.group;

import io.atoll.ops.listing.NamePage;
import java.util.Comparator;
import java.util.List;

/** The groups of a page, of all that match. Pure. */
final class GroupPage {

    static NamePage<GroupRow> of(List<GroupRow> groups, GroupListParameters wanted) {
        var matching =
                groups.stream()
                        .filter(row -> wanted.state() == null || wanted.state().equals(row.state()))
                        .filter(row -> NamePage.isFound(row.name(), wanted.q()))
                        .sorted(Comparator.comparing(GroupRow::name))
                        .toList();
        return NamePage.of(matching, GroupRow::name, wanted.pageSize(), wanted.pageToken());
    }

    private GroupPage() {}
}
