package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.e2e.suite.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The one command, beside a suite that runs. */
@Order(5)
class CommandIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final Suite suite = Suite.get();

    @Test
    void status_names_every_part_and_the_address() {
        assertThat(suite.atoll(SOON, "status"))
                .contains(suite.url().toString())
                .contains("registry", "provisioner", "ops", "gateway", "web-ui")
                .contains("postgres", "kafka", "redis");
    }

    @Test
    void a_second_up_says_that_it_runs() {
        assertThat(suite.atoll(SOON, "up", "--detach")).contains("is running at");
    }

    @Test
    void logs_shows_the_last_lines_of_a_part() {
        assertThat(suite.atoll(SOON, "logs", "gateway")).isNotBlank();
    }
}
