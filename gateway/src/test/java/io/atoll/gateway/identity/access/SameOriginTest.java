package io.atoll.gateway.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://evil.example, atoll:8080, true",
        "cross-site, http://atoll:8080, atoll:8080, false",
        "same-site, http://atoll:8080, atoll:8080, false",
        "none, , atoll:8080, false",
        ", http://atoll:8080, atoll:8080, true",
        ", http://ATOLL:8080, atoll:8080, true",
        ", http://atoll:8081, atoll:8080, false",
        ", http://evil.example, atoll:8080, false",
        ", null, atoll:8080, false",
        ", http://atoll:8080, , false",
        ", , atoll:8080, false"
    })
    void holds_only_for_our_own_pages(String site, String origin, String host, boolean holds) {
        assertThat(
                        SameOrigin.holds(
                                Optional.ofNullable(site),
                                Optional.ofNullable(origin),
                                Optional.ofNullable(host)))
                .isEqualTo(holds);
    }
}
