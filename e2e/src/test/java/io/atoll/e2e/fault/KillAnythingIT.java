package io.atoll.e2e.fault;

import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Member;
import io.atoll.e2e.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clusters whose nodes are processes. */
@Order(15)
class KillAnythingIT extends KillRounds {
    KillAnythingIT() {
        super(Ground.PROCESS);
    }

    @Override
    int usualCount() {
        return 15;
    }

    @Override
    List<Victim> others() {
        return List.of();
    }

    @Test
    void a_cluster_made_while_the_control_kafka_is_away_comes_when_it_is_back() {
        // The acknowledgement needs no Kafka: the wish waits in the registry's outbox.
        var suite = Suite.get();
        var fleet = new Fleet(suite);
        suite.kill(Member.KAFKA);
        fleet.create(Fleet.request("patient"));
        fleet.awaitPhase("patient", "RUNNING");
        fleet.deleteAndAwait("patient");
        new Checker(suite).awaitNothingWrong();
    }
}
