package io.atoll.provisioner.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.SmallClusters;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class DesiredStoreIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject Pool pool;
    @Inject DesiredStore store;
    private final String id = "stored-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void clear() {
        now(pool.preparedQuery("delete from desired_cluster where id = $1").execute(Tuple.of(id)));
    }

    @Test
    void anOffsetIsPassedOnce() {
        long far = 1L << 40;
        assertThat(now(store.position(pool, id))).isEqualTo(Optional.empty());
        assertThat(isNew(far)).isTrue();
        assertThat(isNew(far)).isFalse();
        assertThat(isNew(far - 1)).isFalse();
        assertThat(now(store.position(pool, id))).isEqualTo(Optional.of(far + 1));
        assertThat(isNew(far + 1)).isTrue();
        assertThat(now(store.hasPosition(pool))).isTrue();
    }

    @Test
    void aWishIsFoundAsItWasPut() {
        put(1);
        put(2);
        var found = now(store.find(pool, id));
        assertThat(found).isEqualTo(new Wish(wish(2), false));
        assertThat(now(store.all(pool))).contains(found);
        forget();
        assertThat(now(store.find(pool, id))).isEqualTo(new Wish(wish(2), true));
        put(1);
        assertThat(now(store.find(pool, id))).isEqualTo(new Wish(wish(1), false));
    }

    @Test
    void aWishIsKeptWhenTheRowBeforeItWasRemovedMeanwhile() {
        put(1);
        forget();
        var seen = now(store.row(pool, id));
        write(tx -> store.remove(tx, id));
        write(tx -> store.put(tx, wish(1), seen));
        assertThat(now(store.find(pool, id))).isEqualTo(new Wish(wish(1), false));
    }

    @Test
    void onlyWhatIsForgottenIsRemoved() {
        put(1);
        write(tx -> store.remove(tx, id));
        assertThat(now(store.find(pool, id))).isNotNull();
        forget();
        write(tx -> store.remove(tx, id));
        assertThat(now(store.find(pool, id))).isNull();
    }

    private boolean isNew(long offset) {
        return write(tx -> store.advance(tx, id, offset));
    }

    private void put(long generation) {
        write(tx -> store.row(tx, id).chain(known -> store.put(tx, wish(generation), known)));
    }

    private void forget() {
        write(tx -> store.row(tx, id).chain(known -> store.forget(tx, known)));
    }

    private ClusterDesired wish(long generation) {
        return KafkaSamples.desired(id, generation, KafkaSamples.spec(1, 0, false, 0));
    }

    private <T> T write(Function<SqlConnection, Uni<T>> work) {
        return now(pool.withTransaction(work));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(SOON);
    }
}
