package io.atoll.e2e.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Member;
import io.atoll.e2e.suite.Suite;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Redis, PostgreSQL or Kafka of the control plane hangs: what docs/security.md says goes on does,
 * the rest is refused in order, and no door opens.
 */
@Order(64)
class AwayIT {
    private static final Suite SUITE = Suite.get();
    private static final String CLUSTER = "away";

    @AfterEach
    void back() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> SUITE.admin().get("/api/v1/clusters").status() == 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"REDIS", "POSTGRES", "KAFKA"})
    void no_door_opens(Member member) {
        var real = SUITE.admin();
        var forged = new Forger(SUITE, token(real)).tokens();
        try (var frozen = Frozen.of(SUITE, member)) {
            var nobody = Api.anonymous(SUITE.url());
            assertThat(nobody.get("/api/v1/clusters").status()).isIn(401, 429, 503);
            assertThat(nobody.post("/api/v1/clusters", Fleet.request(CLUSTER)).status())
                    .isIn(401, 429, 503);
            forged.forEach(
                    (name, token) ->
                            assertThat(
                                            Api.withToken(SUITE.url(), token)
                                                    .get("/api/v1/users")
                                                    .status())
                                    .as(name)
                                    .isIn(401, 429, 503));
        }
    }

    @Test
    void without_redis_everything_goes_on() {
        var admin = SUITE.admin();
        try (var frozen = Frozen.of(SUITE, Member.REDIS)) {
            admin.get("/api/v1/clusters").expect(200);
            Api.signedIn(SUITE.url(), "admin", Suite.PASSWORD).get("/api/v1/users").expect(200);
            admin.post("/api/v1/clusters", Fleet.request(CLUSTER).put("auto_start", false))
                    .expect(201);
        }
        new Fleet(SUITE).deleteAndAwait(CLUSTER);
    }

    @Test
    void without_kafka_a_change_is_kept_and_told_when_kafka_is_back() {
        var admin = SUITE.admin();
        try (var frozen = Frozen.of(SUITE, Member.KAFKA)) {
            admin.get("/api/v1/clusters").expect(200);
            admin.post("/api/v1/clusters", Fleet.request(CLUSTER).put("auto_start", false))
                    .expect(201);
        }
        new Fleet(SUITE).deleteAndAwait(CLUSTER);
    }

    @Test
    void without_postgresql_nothing_is_changed_and_nobody_signs_in() {
        var admin = SUITE.admin();
        try (var frozen = Frozen.of(SUITE, Member.POSTGRES)) {
            var refused = admin.post("/api/v1/clusters", Fleet.request(CLUSTER));
            assertThat(refused.status()).as(refused.toString()).isIn(503, 504);
            var login = Api.object().put("username", "admin").put("password", Suite.PASSWORD);
            var answer = Api.anonymous(SUITE.url()).post("/api/v1/auth/login", login);
            assertThat(answer.status()).as(answer.toString()).isIn(503, 504);
        }
        back();
        assertThat(SUITE.admin().get("/api/v1/clusters/" + CLUSTER).status()).isEqualTo(404);
    }

    private static String token(Api api) {
        return api.authorization().substring("Bearer ".length());
    }
}
