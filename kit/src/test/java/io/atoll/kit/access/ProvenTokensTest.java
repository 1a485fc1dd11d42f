package io.atoll.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.kit.access.ProvenTokens.Proven;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenTokensTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Movable clock = new Movable(NOON);
    private final ProvenTokens tokens = new ProvenTokens(clock);
    private final List<String> proofs = new ArrayList<>();

    @Test
    void oneProofServesAllRequestsWithAToken() throws ParseException {
        assertThat(tokens.prove("one", this::proof)).isEqualTo(tokens.prove("one", this::proof));
        assertThat(proofs).containsExactly("one");
    }

    @Test
    void anotherTokenHasAProofOfItsOwn() throws ParseException {
        tokens.prove("one", this::proof);
        assertThat(tokens.prove("two", this::proof).subject()).isEqualTo("two");
        assertThat(proofs).containsExactly("one", "two");
    }

    @Test
    void aTokenIsProvenAgainFromItsEndOn() throws ParseException {
        tokens.prove("one", this::proof);
        clock.now = NOON.plus(LIFE);
        assertThatThrownBy(() -> tokens.prove("one", ProvenTokensTest::refuse))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void whatWasRefusedIsNotKept() throws ParseException {
        assertThatThrownBy(() -> tokens.prove("one", ProvenTokensTest::refuse))
                .isInstanceOf(ParseException.class);
        assertThat(tokens.prove("one", this::proof).subject()).isEqualTo("one");
    }

    private Proven proof(String token) {
        proofs.add(token);
        var grants = List.of(Grant.everywhere(Role.VIEWER));
        return new Proven(token, "user", grants, NOON.plus(LIFE));
    }

    private static Proven refuse(String token) throws ParseException {
        throw new ParseException(token + " is over");
    }

    private static final class Movable extends Clock {
        private Instant now;

        Movable(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
