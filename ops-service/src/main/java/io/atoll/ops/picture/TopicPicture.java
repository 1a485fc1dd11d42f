package io.atoll.ops.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The topics of a cluster at one moment, by name. Immutable.
///
/// @param at when the cluster was asked
/// @param took how long it needed to answer
public record TopicPicture(List<TopicRow> rows, Instant at, Duration took) {

    /// A change made through this service; without a row the topic was deleted.
    record Change(String name, Optional<TopicRow> row, Instant at) {}

    public TopicPicture {
        rows = List.copyOf(rows);
    }

    static TopicPicture of(Collection<TopicRow> rows, Instant at, Duration took) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(TopicRow::name));
        return new TopicPicture(sorted, at, took);
    }

    /// This picture with changes that may be younger than it.
    TopicPicture with(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, TopicRow> byName = HashMap.newHashMap(rows.size() + changes.size());
        rows.forEach(row -> byName.put(row.name(), row));
        for (var change : changes) {
            change.row()
                    .ifPresentOrElse(
                            row -> byName.put(change.name(), row),
                            () -> byName.remove(change.name()));
        }
        return of(byName.values(), at, took);
    }
}
