package io.atoll.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "localhost", "::1", "[::1]"})
    void this_machine_needs_no_tls(String host) {
        assertThat(BindRules.objection(host, false, "enabled")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "192.168.1.2",
                "atoll.example",
                "127.example",
                "",
                "128.0.0.1"
            })
    void everywhere_else_nothing_is_open_without_it(String host) {
        assertThat(BindRules.objection(host, false, "enabled")).isPresent();
        assertThat(BindRules.objection(host, false, "redirect")).isPresent();
        assertThat(BindRules.objection(host, true, "enabled")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, redirect", "0.0.0.0, disabled", "192.168.1.2, REDIRECT"})
    void with_a_certificate_and_no_open_port_beside_it_there_is_no_objection(
            String host, String withoutTls) {
        assertThat(BindRules.objection(host, true, withoutTls)).isEmpty();
    }
}
