package io.atoll.ops.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses registered clusters may have. */
class OutboundTest {

    private final AddressPolicy policy =
            new AddressPolicy(false, List.of(Network.of("10.9.0.0/16")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "10.9.1.2",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "::7f00:1"
            })
    void these_are_refused(String address) {
        assertThat(policy.refusal(InetAddress.ofLiteral(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "192.168.1.5",
                "172.16.0.9",
                "8.8.8.8",
                "2001:db8::1",
                "fd12::1"
            })
    void these_are_allowed(String address) {
        assertThat(policy.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void loopback_may_be_allowed_and_the_suite_stays_refused() throws UnknownHostException {
        var rules =
                new Outbound(
                        new AddressPolicy(true, List.of()),
                        new Backbone(
                                Stream.of(
                                        "postgresql://u:p@127.0.0.1:7110/atoll",
                                        "127.0.0.1:7111,localhost:7112")),
                        InetAddress::getAllByName,
                        List.of());
        assertThat(rules.addresses("127.0.0.1", 9092)).hasSize(1);
        for (var suite : List.of("127.0.0.1", "127.0.0.2", "localhost")) {
            for (int port : new int[] {7110, 7111, 7112}) {
                assertThatThrownBy(() -> rules.addresses(suite, port))
                        .isInstanceOf(OutboundRefused.class)
                        .hasMessageContaining("Atoll itself");
            }
        }
    }

    @Test
    void a_network_that_the_operator_refuses_is_refused_on_this_machine_too() {
        var loopback = new AddressPolicy(true, List.of(Network.of("127.0.0.2/32")));
        assertThat(loopback.refusal(InetAddress.ofLiteral("127.0.0.1"))).isEmpty();
        assertThat(loopback.refusal(InetAddress.ofLiteral("127.0.0.2"))).isPresent();
    }

    @Test
    void one_forbidden_address_of_a_name_is_enough() throws UnknownHostException {
        var two =
                new Outbound(
                        policy,
                        new Backbone(Stream.of()),
                        host ->
                                new InetAddress[] {
                                    InetAddress.ofLiteral("8.8.8.8"),
                                    InetAddress.ofLiteral("169.254.169.254")
                                },
                        List.of());
        assertThatThrownBy(() -> two.addresses("two.example", 9092))
                .isInstanceOf(OutboundRefused.class);
    }

    @Test
    void a_network_that_is_none_is_refused_at_the_start() {
        for (var wrong : List.of("10.0.0.0", "10.0.0.0/33", "host/8", "10.0.0.0/x")) {
            assertThatThrownBy(() -> Network.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
