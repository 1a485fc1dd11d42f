package io.atoll.gateway.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters/orders", "/clusters?q=a%20b&x=/y", "/a//b"})
    void keeps_a_path_of_this_site(String next) {
        assertThat(SafeNext.of(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "clusters",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/signin?next=/",
                "/session/end",
                "/ä"
            })
    void goes_home_instead_of_anywhere_else(String next) {
        assertThat(SafeNext.of(next)).isEqualTo("/");
    }
}
