package io.atoll.web.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RightsView.Because;
import io.atoll.web.gateway.PeopleSamples;
import io.atoll.web.gateway.Samples;
import io.atoll.web.grant.GrantLook;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsHintsTest {

    @Test
    void a_grant_that_gives_it_elsewhere_is_not_among_those_without_effect() {
        var anywhere = PeopleSamples.rights(Permission.TOPIC_DELETE, null, null);
        var held =
                List.of(
                        PeopleSamples.narrow("g4"),
                        PeopleSamples.wide("g2", "viewer"),
                        PeopleSamples.waiting("g3"));
        var hints =
                RightsHints.of(
                        Permission.TOPIC_DELETE,
                        anywhere,
                        held,
                        PeopleSamples.roles(),
                        Samples.NOW);
        assertThat(hints.elsewhere()).extracting(Because::grant).containsExactly("g4");
        assertThat(hints.idle())
                .extracting(GrantLook::words)
                .containsExactly("admin on all clusters · when asked for, at most 60 min");
    }
}
