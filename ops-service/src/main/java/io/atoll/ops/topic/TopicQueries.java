package io.atoll.ops.topic;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.topic.TopicView;
import io.atoll.ops.connection.ClusterAccess;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.listing.NamePage;
import io.atoll.ops.picture.TopicPictures;
import io.atoll.ops.picture.TopicRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads of topics. Call on a virtual thread.
@ApplicationScoped
class TopicQueries {

    private final ClusterAccess access;
    private final Connections connections;
    private final TopicPictures pictures;
    private final TopicReader reader;

    TopicQueries(
            ClusterAccess access,
            Connections connections,
            TopicPictures pictures,
            TopicReader reader) {
        this.access = access;
        this.connections = connections;
        this.pictures = pictures;
        this.reader = reader;
    }

    TopicList list(String clusterId, TopicListParameters wanted) {
        access.requireSome(clusterId, Permission.TOPIC_VIEW);
        var visible = access.visible(clusterId, Permission.TOPIC_VIEW);
        var look = pictures.look(clusterId, wanted.fresh());
        var rows = look.picture().rows().stream().filter(r -> visible.test(r.name())).toList();
        var page = TopicPage.of(rows, wanted);
        var records =
                wanted.records()
                        ? reader.records(connections.of(clusterId), page.rows())
                        : Map.<String, Long>of();
        var settings =
                wanted.config()
                        ? reader.ownSettings(connections.of(clusterId), names(page))
                        : Map.<String, Map<String, String>>of();
        var topics =
                page.rows().stream()
                        .map(r -> view(r, records.get(r.name()), settings.get(r.name())))
                        .map(t -> t.permitting(access.onTopic(clusterId, t.name())))
                        .toList();
        return new TopicList(topics, page.total(), page.next(), look.age(), look.staleBecause());
    }

    TopicView one(String clusterId, String topic) {
        access.requireTopic(clusterId, Permission.TOPIC_VIEW, topic);
        var connection = connections.of(clusterId);
        return reader.view(connection, reader.describe(connection, topic))
                .permitting(access.onTopic(clusterId, topic));
    }

    private static List<String> names(NamePage<TopicRow> page) {
        return page.rows().stream().map(TopicRow::name).toList();
    }

    private static TopicView view(
            TopicRow row, @Nullable Long records, @Nullable Map<String, String> settings) {
        return new TopicView(
                row.name(),
                row.partitions(),
                row.replicationFactor(),
                row.internal(),
                row.underReplicated(),
                records,
                null,
                settings,
                null);
    }
}
