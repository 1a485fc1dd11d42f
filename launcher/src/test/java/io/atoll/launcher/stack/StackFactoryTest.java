package io.atoll.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.Login;
import io.atoll.launcher.secret.Logins;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFactoryTest {

    @TempDir Path home;

    @Test
    void whatIsGivenFromOutsideIsNotStarted() throws Exception {
        var settings =
                new Settings(
                        Map.of(
                                "ATOLL_HOME", home.toString(),
                                "ATOLL_DB_URL", "postgresql://db/atoll",
                                "ATOLL_KAFKA_BOOTSTRAP", "kafka:9092"));
        settings.home().create();

        var parts = new StackFactory(settings, new Build(home)).embedded();

        assertThat(parts).extracting(Part::name).containsExactly("redis");
    }

    @Test
    void aServiceIsGivenItsOwnPasswordsAlone() throws Exception {
        var settings = new Settings(Map.of("ATOLL_HOME", home.toString()));
        settings.home().create();
        var logins = new Logins(settings);

        var registry = logins.kafka().get("registry");

        assertThat(registry.user()).isEqualTo("registry");
        assertThat(
                        Stream.of(logins.kafka(), logins.database())
                                .flatMap(all -> all.values().stream()))
                .extracting(Login::password)
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(registry.toString()).doesNotContain(registry.password());
    }

    @Test
    void oneUserFromOutsideIsForAllServicesAndAnotherForTheOneItIsNamedFor() throws Exception {
        var settings =
                new Settings(
                        Map.of(
                                "ATOLL_HOME", home.toString(),
                                "ATOLL_DB_URL", "postgresql://db/atoll",
                                "ATOLL_DB_USER", "all",
                                "ATOLL_DB_PASSWORD", "p",
                                "ATOLL_DB_USER_OPS", "ops-alone",
                                "ATOLL_DB_PASSWORD_OPS", "q",
                                "ATOLL_KAFKA_BOOTSTRAP", "kafka:9092"));

        var logins = new Logins(settings);

        assertThat(logins.database())
                .containsEntry("gateway", new Login("all", "p"))
                .containsEntry("ops", new Login("ops-alone", "q"));
        assertThat(logins.kafka()).isEmpty();
    }
}
