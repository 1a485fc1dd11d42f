package io.atoll.ops.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Look-ups of this JVM, as the JDK makes them. */
class LookupGuardIT {

    private static final String NAME = "guarded.example";

    private final LookupGuard guard = new LookupGuard(LookupGuardIT::refusal);

    private static Optional<String> refusal(InetAddress address) {
        return Optional.of("refused here").filter(_ -> address.getAddress()[3] == 2);
    }

    @Test
    void each_look_up_is_asked_anew_and_a_refusal_is_remembered_for_nobody() {
        MovingNames.lead(NAME, "127.0.0.1");
        assertThat(guard.in(LookupGuardIT::found)).isEqualTo("127.0.0.1");
        MovingNames.lead(NAME, "127.0.0.2");
        assertThat(found()).isEqualTo("127.0.0.2");
        assertThat(guard.in(LookupGuardIT::found)).contains("refused here");
        assertThat(found()).isEqualTo("127.0.0.2");
        MovingNames.lead(NAME, "127.0.0.1");
        assertThat(guard.in(LookupGuardIT::found)).isEqualTo("127.0.0.1");
    }

    @Test
    void a_thread_that_is_begun_inside_stays_inside() {
        MovingNames.lead(NAME, "127.0.0.2");
        var inside = new CompletableFuture<String>();
        guard.in(() -> Thread.ofPlatform().start(() -> inside.complete(found())));
        assertThat(found()).isEqualTo("127.0.0.2");
        assertThat(inside.join()).contains("refused here");
    }

    @Test
    void what_somebody_else_allowed_is_not_held_against_the_rules() {
        MovingNames.lead(NAME, "127.0.0.2");
        assertThat(
                        guard.in(
                                () -> {
                                    try (var _ = LookupGuard.lift()) {
                                        return found();
                                    }
                                }))
                .isEqualTo("127.0.0.2");
    }

    @Test
    void the_suites_own_addresses_are_refused_at_the_ports_of_the_cluster() {
        var rules =
                new Outbound(
                        new AddressPolicy(true, List.of()),
                        new Backbone(Stream.of("127.0.0.1:7110")),
                        InetAddress::getAllByName,
                        List.of());
        MovingNames.lead(NAME, "127.0.0.1");
        assertThat(rules.guard(Set.of(9092)).in(LookupGuardIT::found)).isEqualTo("127.0.0.1");
        assertThat(rules.guard(Set.of(9092, 7110)).in(LookupGuardIT::found))
                .contains("Atoll itself");
    }

    @Test
    void that_it_holds_can_be_told() {
        assertThat(LookupGuard.holds()).isTrue();
    }

    private static String found() {
        try {
            return InetAddress.getByName(NAME).getHostAddress();
        } catch (UnknownHostException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
