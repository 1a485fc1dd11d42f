package io.atoll.ops.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.junit.jupiter.api.Test;

class TopicPlannerTest {

    @Test
    void operationsLeadFromAnySettingsToAnyOthersAndThenThereIsNothingLeftToDo() {
        var random = new Random(3);
        for (int round = 0; round < 1_000; round++) {
            var own = settings(random);
            var wanted = settings(random);
            var operations = TopicPlanner.operations(own, wanted);
            var result = new HashMap<>(own);
            for (var operation : operations) {
                var entry = operation.configEntry();
                if (operation.opType() == AlterConfigOp.OpType.SET) {
                    result.put(entry.name(), entry.value());
                } else {
                    result.remove(entry.name());
                }
            }
            assertThat(result).isEqualTo(wanted);
            assertThat(TopicPlanner.operations(result, wanted)).isEmpty();
            assertThat(TopicPlanner.changes(own, wanted)).hasSameSizeAs(operations);
        }
    }

    @Test
    void moreReplicasInSyncThanThereAreIsWarnedOf() {
        assertThat(TopicPlanner.warnings(1, Map.of("min.insync.replicas", "2"))).hasSize(1);
        assertThat(TopicPlanner.warnings(2, Map.of("min.insync.replicas", "2"))).isEmpty();
        assertThat(TopicPlanner.warnings(1, Map.of("min.insync.replicas", "x"))).isEmpty();
    }

    private static Map<String, String> settings(Random random) {
        var settings = new HashMap<String, String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            settings.put("s" + random.nextInt(5), "v" + random.nextInt(3));
        }
        return settings;
    }
}
