package io.atoll.ops.group;

import io.atoll.contracts.group.GroupView;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.problem.NotFound;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.connection.KafkaFailures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

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

    private final Connections connections;
    private final GroupReader reader;

    GroupQueries(Connections connections, GroupReader reader) {
        this.connections = connections;
        this.reader = reader;
    }

    GroupList list(String clusterId, GroupListParameters wanted) {
        var connection = connections.of(clusterId);
        var listed = reader.list(connection);
        var page = GroupPage.of(listed.groups(), wanted);
        var views = new ArrayList<GroupView>();
        for (int from = 0; from < page.rows().size(); from += GROUPS_AT_ONCE) {
            var until = Math.min(page.rows().size(), from + GROUPS_AT_ONCE);
            views.addAll(views(connection, page.rows().subList(from, until), wanted.members()));
        }
        return new GroupList(views, page.total(), page.next(), listed.missing());
    }

    private List<GroupView> views(
            ClusterConnection connection, List<GroupRow> rows, boolean members) {
        var calculator =
                new GroupCalculator(read(connection, rows.stream().map(GroupRow::name).toList()));
        return rows.stream().map(row -> calculator.row(row, members)).toList();
    }

    GroupView one(String clusterId, String name) {
        var connection = connections.of(clusterId);
        var reading = read(connection, List.of(name));
        var group = reading.groups().found().get(name);
        if (group == null) {
            var why = Objects.requireNonNull(reading.groups().failed().get(name));
            throw why instanceof GroupIdNotFoundException
                    ? unknown(connection, name)
                    : KafkaFailures.problem(clusterId, why);
        }
        if (isNotThere(group)) {
            throw unknown(connection, name);
        }
        return new GroupCalculator(reading).whole(group);
    }

    /** Brokers before 4.0 describe a group that there never was as dead. */
    private static boolean isNotThere(ConsumerGroupDescription group) {
        return group.groupState() == GroupState.DEAD && group.members().isEmpty();
    }

    private GroupReading read(ClusterConnection connection, List<String> names) {
        var groups = reader.describe(connection, names);
        var there = List.copyOf(groups.found().keySet());
        var committed = there.isEmpty() ? NO_OFFSETS : reader.committed(connection, there);
        var led = reader.led(connection, GroupCalculator.partitions(groups, committed));
        return new GroupReading(groups, committed, led, reader.ends(connection, led));
    }

    private NotFound unknown(ClusterConnection connection, String name) {
        var names = reader.list(connection).groups().stream().map(GroupRow::name).toList();
        return new NotFound("group", name, NearNames.of(name, names));
    }
}
