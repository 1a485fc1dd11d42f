package io.atoll.ops.topic;

import io.atoll.contracts.topic.TopicView;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.picture.TopicPictures;
import io.atoll.ops.picture.TopicRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads of topics. Call on a virtual thread.
@ApplicationScoped
class TopicQueries {

    private final Connections connections;
    private final TopicPictures pictures;
    private final TopicReader reader;

    TopicQueries(Connections connections, TopicPictures pictures, TopicReader reader) {
        this.connections = connections;
        this.pictures = pictures;
        this.reader = reader;
    }

    TopicList list(String clusterId, TopicListParameters wanted) {
        var look = pictures.look(clusterId, wanted.fresh());
        var page = TopicPage.of(look.picture().rows(), wanted);
        var records =
                wanted.records()
                        ? reader.records(connections.of(clusterId), page.rows())
                        : Map.<String, Long>of();
        var topics = page.rows().stream().map(r -> view(r, records.get(r.name()))).toList();
        return new TopicList(topics, page.total(), page.next(), look.age(), look.staleBecause());
    }

    TopicView one(String clusterId, String topic) {
        var connection = connections.of(clusterId);
        return reader.view(connection, reader.describe(connection, topic));
    }

    private static TopicView view(TopicRow row, @Nullable Long records) {
        return new TopicView(
                row.name(),
                row.partitions(),
                row.replicationFactor(),
                row.internal(),
                row.underReplicated(),
                records,
                null,
                null);
    }
}
