package io.atoll.web.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.grant.GrantView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantLookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-03T14:00:00Z,until 3 Dec",
        "2027-01-31T23:59:00Z,until 31 Jan 2027",
        "2026-03-01T12:00:00Z,ended 1 Mar"
    })
    void an_end_is_told_with_its_year_where_it_is_another(Instant end, String words) {
        var look = new GrantLook(grant(null, null, end), NOW);
        assertThat(look.words()).isEqualTo("viewer on all clusters · " + words);
    }

    @Test
    void limits_are_told_by_what_they_limit_to() {
        assertThat(new GrantLook(grant("team=a", null, null), NOW).words())
                .isEqualTo("viewer on clusters tagged team=a");
        assertThat(new GrantLook(grant(null, "orders", null), NOW).words())
                .isEqualTo("viewer on cluster orders");
    }

    private static GrantView grant(
            @Nullable String tag, @Nullable String cluster, @Nullable Instant end) {
        return new GrantView("g", "viewer", null, tag, cluster, null, end, null);
    }
}
