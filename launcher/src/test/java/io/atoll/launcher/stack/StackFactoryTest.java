package io.atoll.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.Settings;
import java.nio.file.Path;
import java.util.Map;
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
}
