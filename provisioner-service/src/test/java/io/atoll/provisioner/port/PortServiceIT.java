package io.atoll.provisioner.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.provisioner.SmallClusters;
import io.atoll.provisioner.kind.PortWish;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class PortServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<PortWish> WISHES =
            List.of(
                    new PortWish("broker-1.client", null, PortWish.Audience.CLIENTS),
                    new PortWish("broker-1.node", null, PortWish.Audience.NODES));
    private static final List<String> CLUSTERS =
            IntStream.range(0, 12).mapToObj(i -> "harbour-" + i).toList();

    @Inject Pool pool;
    @Inject PortService service;
    @Inject PortStore store;

    @AfterEach
    void release() {
        CLUSTERS.forEach(this::release);
    }

    @Test
    void clustersThatChooseAtTheSameTimeGetDifferentPorts() {
        var plans =
                Uni.join()
                        .all(CLUSTERS.stream().map(c -> service.allocate(c, WISHES)).toList())
                        .andFailFast()
                        .await()
                        .atMost(SOON);
        assertThat(plans.stream().flatMap(plan -> ports(plan).stream()).toList())
                .hasSize(2 * CLUSTERS.size())
                .doesNotHaveDuplicates();
        for (int i = 0; i < plans.size(); i++) {
            assertThat(held(CLUSTERS.get(i))).hasSameElementsAs(ports(plans.get(i)));
        }
    }

    @Test
    void theSameWishesGetTheSamePortsUntilTheyAreReleased() {
        var cluster = CLUSTERS.getFirst();
        var first = service.allocate(cluster, WISHES).await().atMost(SOON);
        assertThat(service.allocate(cluster, WISHES).await().atMost(SOON)).isEqualTo(first);
        release(cluster);
        assertThat(held(cluster)).isEmpty();
        var ledger = store.ledger(pool).await().atMost(SOON);
        assertThat(ports(first))
                .allSatisfy(
                        port -> assertThat(ledger.entries().get(port).releasedAt()).isNotNull());
    }

    private List<Integer> held(String cluster) {
        return List.copyOf(store.heldBy(pool, cluster).await().atMost(SOON).values());
    }

    private void release(String cluster) {
        pool.withTransaction(tx -> service.release(tx, cluster)).await().atMost(SOON);
    }

    private static List<Integer> ports(PortPlan plan) {
        return switch (plan) {
            case PortPlan.Planned(var ports) -> List.copyOf(ports.values());
            case PortPlan.Refused refused -> throw new AssertionError(refused.message());
        };
    }
}
