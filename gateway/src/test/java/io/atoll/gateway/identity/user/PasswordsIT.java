package io.atoll.gateway.identity.user;

import static io.atoll.gateway.Callers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class PasswordsIT {
    private static final Argon2Function CHEAP =
            Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);

    @Inject Pool pool;

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    private String hash(String name) {
        return now(pool.preparedQuery("select password_hash from users where name = $1")
                        .execute(Tuple.of(name)))
                .iterator()
                .next()
                .getString(0);
    }

    @Test
    void passwords_are_hashed_at_the_costs_that_owasp_asks_for() {
        assertThat(hash(Callers.user(List.of()))).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_hash_of_other_costs_is_made_anew_at_the_next_sign_in_and_ends_nothing() {
        String name = Callers.user(List.of());
        String cheap = Password.hash(PASSWORD).addRandomSalt(16).with(CHEAP).getResult();
        now(
                pool.preparedQuery("update users set password_hash = $2 where name = $1")
                        .execute(Tuple.of(name, cheap)));
        Callers.tryLogin(name, "a wrong password").then().statusCode(401);
        assertThat(hash(name)).isEqualTo(cheap);
        var tokens = Callers.login(name, PASSWORD);
        assertThat(hash(name)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        Callers.as(tokens).get("/api/v1/auth/me").then().statusCode(200);
        Callers.login(name, PASSWORD);
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        String someone = Callers.user(List.of());
        String nobody = "nobody-" + UUID.randomUUID();
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        // The fastest of a few, by turns: what else runs here only makes them slower.
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, nanos(someone));
            unknown = Math.min(unknown, nanos(nobody));
        }
        assertThat(unknown).isGreaterThan(known / 3);
    }

    private static long nanos(String name) {
        long start = System.nanoTime();
        Callers.tryLogin(name, "a wrong password").then().statusCode(401);
        return System.nanoTime() - start;
    }
}
