package io.atoll.broker;

import io.atoll.contracts.ControlUser;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The table of [ControlUser] as Kafka's ACLs. Who writes may look at all control topics besides:
/// its relay makes sure at its start that they are as they should be.
final class ControlRights {

    private static final String OURS = "atoll.";

    private ControlRights() {}

    static Set<AclBinding> all() {
        return Stream.of(ControlUser.values())
                .flatMap(ControlRights::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<AclBinding> of(ControlUser user) {
        var writes = user.writes().stream().map(topic -> topic(user, topic, AclOperation.WRITE));
        var reads = user.reads().stream().map(topic -> topic(user, topic, AclOperation.READ));
        var groups = user.groups().stream().map(group -> group(user, group));
        var looks = user.writes().isEmpty() ? Stream.<AclBinding>of() : looks(user);
        return Stream.of(writes, reads, groups, looks).flatMap(all -> all);
    }

    private static Stream<AclBinding> looks(ControlUser user) {
        var ours = new ResourcePattern(ResourceType.TOPIC, OURS, PatternType.PREFIXED);
        return Stream.of(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS)
                .map(look -> allowed(user, ours, look));
    }

    private static AclBinding topic(ControlUser user, String name, AclOperation operation) {
        var topic = new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
        return allowed(user, topic, operation);
    }

    private static AclBinding group(ControlUser user, String name) {
        var group = new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL);
        return allowed(user, group, AclOperation.READ);
    }

    private static AclBinding allowed(
            ControlUser user, ResourcePattern pattern, AclOperation operation) {
        return new AclBinding(
                pattern,
                new AccessControlEntry(
                        "User:" + user.userName(), "*", operation, AclPermissionType.ALLOW));
    }
}
