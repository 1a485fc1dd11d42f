package io.atoll.gateway.rate.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @Test
    void is_read_from_requests_and_seconds() {
        assertThat(Pace.of("600/60s")).isEqualTo(new Pace(600, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/60", "600/1m", "0/60s", "5/0s", "5/3601s", "-1/60s"})
    void what_is_no_limit_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::7, 20010db800010002",
        "2001:db8:1:2:ffff::1, 20010db800010002",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void of_an_ipv6_address_the_network_counts(String address, String subject) {
        assertThat(Tenant.ofAddress(address)).isEqualTo(new Tenant("address", subject));
    }
}
