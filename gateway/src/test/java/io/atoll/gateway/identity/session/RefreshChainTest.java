package io.atoll.gateway.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.identity.access.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshChainTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final UUID id = UUID.randomUUID();
    private final byte[] seed = Ticket.newSecret();
    private final Ticket first = new Ticket(id, Ticket.newSecret());

    private Ticket second() {
        var chain = new RefreshChain(id, "ada", first.hash(), null, null, seed);
        return ((RefreshChain.Next) chain.exchange(first, NOW, WINDOW)).successor();
    }

    private RefreshChain afterExchange() {
        return new RefreshChain(id, "ada", second().hash(), first.hash(), NOW, seed);
    }

    @Test
    void the_current_token_gives_another_one() {
        assertThat(second()).isNotEqualTo(first);
    }

    @Test
    void the_same_token_again_within_the_window_gives_the_same_successor() {
        assertThat(afterExchange().exchange(first, NOW.plusSeconds(9), WINDOW))
                .isEqualTo(new RefreshChain.Replay(second()));
    }

    @Test
    void a_spent_token_after_the_window_is_reuse() {
        assertThat(afterExchange().exchange(first, NOW.plusSeconds(10), WINDOW))
                .isEqualTo(new RefreshChain.Reuse());
    }

    @Test
    void a_token_that_never_was_is_reuse() {
        assertThat(afterExchange().exchange(new Ticket(id, Ticket.newSecret()), NOW, WINDOW))
                .isEqualTo(new RefreshChain.Reuse());
    }

    @Test
    void tickets_survive_the_wire() {
        assertThat(Ticket.parse(first.wire())).contains(first);
        assertThat(first.wire()).hasSize(64);
        assertThat(Ticket.parse(first.wire().substring(1))).isEmpty();
        assertThat(Ticket.parse("!".repeat(64))).isEmpty();
    }
}
