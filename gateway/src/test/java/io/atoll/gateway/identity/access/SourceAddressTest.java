package io.atoll.gateway.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTest {
    private static final List<Network> PROXIES =
            List.of(Network.of("10.0.0.0/8"), Network.of("fd00::1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 198.51.100.7 | 192.0.2.1",
                "10.1.2.3 | 198.51.100.7 | 198.51.100.7",
                "10.1.2.3 | 203.0.113.9, 198.51.100.7 | 198.51.100.7",
                "10.1.2.3 | 203.0.113.9, 198.51.100.7, 10.9.9.9 | 198.51.100.7",
                "fd00::1 | 2001:db8::5 | 2001:db8::5",
                "fd00::2 | 2001:db8::5 | fd00::2",
                "10.1.2.3 | evil.example | 10.1.2.3",
                "10.1.2.3 | 198.51.100.7, evil | 10.1.2.3",
                "10.1.2.3 | 10.4.4.4 | 10.4.4.4",
                "10.1.2.3 | '' | 10.1.2.3",
            })
    void the_last_address_that_is_no_trusted_proxy_counts(
            String socket, String forwarded, String source) {
        assertThat(SourceAddress.of(socket, forwarded, PROXIES)).isEqualTo(source);
    }

    @Test
    void without_trusted_proxies_the_header_says_nothing() {
        assertThat(SourceAddress.of("127.0.0.1", "198.51.100.7", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void what_is_no_address_stops_the_start() {
        for (String wrong : new String[] {"proxy", "10.0.0.0/33", "10.0.0.0/x", "/8"}) {
            assertThatThrownBy(() -> Network.of(wrong)).hasMessageContaining("no address");
        }
    }
}
