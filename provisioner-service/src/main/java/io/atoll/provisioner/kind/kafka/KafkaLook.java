package io.atoll.provisioner.kind.kafka;

import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.NodeBlueprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/// One look at a cluster: the brokers that the quorum lists and that answer themselves.
final class KafkaLook {

    private static final int TOPICS_AT_A_TIME = 500;

    private final Admin admin;
    private final String cluster;
    private final List<NodeBlueprint> nodes;
    private final long deadline;

    KafkaLook(Admin admin, Blueprint blueprint, Duration patience) {
        this.admin = admin;
        this.cluster = KafkaClusterId.of(blueprint.id().value(), blueprint.dataEpoch());
        this.nodes = blueprint.members();
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    Readiness take() {
        try {
            var listed = listed();
            if (listed.isEmpty()) {
                return Readiness.nobodyAnswers();
            }
            var quorum = admin.describeMetadataQuorum(quorumOptions()).quorumInfo();
            var answering = answering(listed);
            return new Readiness(answering, get(quorum).leaderId() >= 0);
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Readiness.nobodyAnswers();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Readiness.nobodyAnswers();
        }
    }

    /// Waits for all of them as long as there is time: while starting they come one by one. What a
    /// broker of another cluster says, which took the port, does not count.
    private Set<Integer> listed()
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<Integer> listed;
        do {
            var options = new DescribeClusterOptions().timeoutMs(millisLeft());
            var found = admin.describeCluster(options);
            listed = cluster.equals(get(found.clusterId())) ? ids(get(found.nodes())) : Set.of();
        } while (listed.size() < nodes.size() && pause());
        return listed;
    }

    private static Set<Integer> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }

    private boolean pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(20);
        return millisLeft() > 100;
    }

    /// Each broker is asked itself: the quorum notices a stopped one only after some seconds. Where
    /// there is one broker alone, it was the one that answered already.
    private Set<String> answering(Set<Integer> listed) throws InterruptedException {
        if (nodes.size() == 1) {
            var only = nodes.getFirst();
            return listed.contains(only.nodeId()) ? Set.of(only.name()) : Set.of();
        }
        var answers = new HashMap<String, KafkaFuture<?>>();
        for (var node : nodes) {
            if (listed.contains(node.nodeId())) {
                var broker =
                        new ConfigResource(
                                ConfigResource.Type.BROKER, String.valueOf(node.nodeId()));
                var options = new DescribeConfigsOptions().timeoutMs(answerMillis());
                answers.put(node.name(), admin.describeConfigs(List.of(broker), options).all());
            }
        }
        var answering = new HashSet<String>();
        for (var answer : answers.entrySet()) {
            if (arrives(answer.getValue())) {
                answering.add(answer.getKey());
            }
        }
        return answering;
    }

    private boolean arrives(KafkaFuture<?> answer) throws InterruptedException {
        try {
            answer.get(answerMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException noAnswer) {
            return false;
        }
    }

    boolean hasWholeCopies() {
        try {
            var names = new ArrayList<>(get(admin.listTopics().names()));
            for (var from = 0; from < names.size(); from += TOPICS_AT_A_TIME) {
                var some = names.subList(from, Math.min(names.size(), from + TOPICS_AT_A_TIME));
                Map<String, TopicDescription> topics =
                        get(admin.describeTopics(some).allTopicNames());
                if (topics.values().stream().anyMatch(KafkaLook::lacksCopies)) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException noAnswer) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean lacksCopies(TopicDescription topic) {
        return topic.partitions().stream()
                .anyMatch(partition -> partition.isr().size() < partition.replicas().size());
    }

    private DescribeMetadataQuorumOptions quorumOptions() {
        return new DescribeMetadataQuorumOptions().timeoutMs(millisLeft());
    }

    private <T> T get(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(millisLeft(), TimeUnit.MILLISECONDS);
    }

    private int millisLeft() {
        return (int) Math.max(100, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    private int answerMillis() {
        return Math.max(1000, millisLeft());
    }
}
