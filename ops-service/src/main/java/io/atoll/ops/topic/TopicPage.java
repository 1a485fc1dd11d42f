package io.atoll.ops.topic;

import io.atoll.ops.listing.NamePage;
import io.atoll.ops.picture.TopicRow;
import java.util.List;

/// The topics of a page, of all that match. Pure.
final class TopicPage {

    static NamePage<TopicRow> of(List<TopicRow> sorted, TopicListParameters wanted) {
        var matching =
                sorted.stream()
                        .filter(row -> wanted.internal() || !row.internal())
                        .filter(row -> NamePage.isFound(row.name(), wanted.q()))
                        .toList();
        return NamePage.of(matching, TopicRow::name, wanted.pageSize(), wanted.pageToken());
    }

    private TopicPage() {}
}
