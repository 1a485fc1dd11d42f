package io.atoll.ops.group;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.group.GroupView;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.ops.connection.ClusterAccess;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Reads of groups, asked of the cluster each time: a group changes with every record. However many
 * groups a page has, they take a handful of questions for each hundred. Call on a virtual thread.
 */
@ApplicationScoped
class GroupQueries {

    /** So that the offsets of one answer stay few. */
    private static final int GROUPS_AT_ONCE = 100;

    private static final Answers<String, Map<TopicPartition, OffsetAndMetadata>> NO_OFFSETS =
            Answers.none();

    private final ClusterAccess access;
    private final Connections connections;
    private final GroupReader reader;

    GroupQueries(ClusterAccess access, Connections connections, GroupReader reader) {
        this.access = access;
        this.connections = connections;
        this.reader = reader;
    }

    GroupList list(String clusterId, GroupListParameters wanted) {
        access.requireSome(clusterId, Permission.GROUP_VIEW);
        var visible = access.visible(clusterId, Permission.GROUP_VIEW);
        var connection = connections.of(clusterId);
        var listed = reader.list(connection);
        var groups = listed.groups().stream().filter(g -> visible.test(g.name())).toList();
        var page = GroupPage.of(groups, wanted);
        var views = new ArrayList<GroupView>();
        for (int from = 0; from < page.rows().size(); from += GROUPS_AT_ONCE) {
            var until = Math.min(page.rows().size(), from + GROUPS_AT_ONCE);
            views.addAll(views(connection, page.rows().subList(from, until), wanted.members()));
        }
        return new GroupList(views, page.total(), page.next(), listed.missing());
    }

    private List<GroupView> views(
            ClusterConnection connection, List<GroupRow> rows, boolean members) {
        var names = rows.stream().map(GroupRow::name).toList();
        var calculator =
                new GroupCalculator(
                        read(connection, reader.describe(connection, names)),
                        access.visible(connection.clusterId(), Permission.TOPIC_VIEW));
        return rows.stream().map(row -> calculator.row(row, members)).toList();
    }

    GroupView one(String clusterId, String name) {
        access.requireOn(clusterId, Permission.GROUP_VIEW, Permission.GROUP_VIEW, name);
        var connection = connections.of(clusterId);
        var described = reader.describe(connection, List.of(name));
        var group = described.found().get(name);
        if (group == null) {
            throw missing(connection, name, described.failed().get(name));
        }
        if (isNotThere(group)) {
            throw unknown(connection, name);
        }
        return new GroupCalculator(
                        read(connection, described),
                        access.visible(clusterId, Permission.TOPIC_VIEW))
                .whole(group);
    }

    /** That one broker does not tell of its groups is not held against the cluster. */
    private AtollException missing(
            ClusterConnection connection, String name, @Nullable Throwable why) {
        if (why instanceof GroupIdNotFoundException) {
            return unknown(connection, name);
        }
        var unused = reader.list(connection); // refuses where the whole cluster is away
        return new Unavailable(
                "The broker that looks after group '%s' does not answer: %s"
                        .formatted(name, why == null ? "no reason" : why.getMessage()));
    }

    /** Brokers before 4.0 describe a group that there never was as dead. */
    private static boolean isNotThere(ConsumerGroupDescription group) {
        return group.groupState() == GroupState.DEAD && group.members().isEmpty();
    }

    private GroupReading read(
            ClusterConnection connection, Answers<String, ConsumerGroupDescription> groups) {
        var there = List.copyOf(groups.found().keySet());
        var committed = there.isEmpty() ? NO_OFFSETS : reader.committed(connection, there);
        var led = reader.led(connection, GroupCalculator.partitions(groups, committed));
        return new GroupReading(groups, committed, led, reader.ends(connection, led));
    }

    private NotFound unknown(ClusterConnection connection, String name) {
        var visible = access.visible(connection.clusterId(), Permission.GROUP_VIEW);
        var names = reader.list(connection).groups().stream().map(GroupRow::name);
        return new NotFound("group", name, NearNames.of(name, names.filter(visible).toList()));
    }
}
