package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.ops.outbound.Outbound;
import io.atoll.ops.outbound.OutboundRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * The first bytes to an address of a registered cluster, over sockets of our own: name, rules, TCP,
 * TLS, and whether it is Kafka. What is connected to is what was checked.
 */
record FirstContact(Outbound outbound) {

    /** Every address of the host, all of them allowed. */
    InetAddress[] addresses(HostPort target) throws ProbeFailed {
        try {
            return outbound.addresses(target.host(), target.port());
        } catch (OutboundRefused e) {
            throw new ProbeFailed(
                    Stage.POLICY,
                    target.toString(),
                    "Atoll may not connect there: " + e.getMessage());
        } catch (UnknownHostException e) {
            throw new ProbeFailed(
                    Stage.DNS,
                    target.toString(),
                    "The name '%s' is not known.".formatted(target.host()));
        }
    }

    /** Returns where Kafka answers. */
    void greet(HostPort target, Access access) throws ProbeFailed {
        try (var socket = connect(target)) {
            var trust = access.credentials().trust();
            try (var talk = trust == null ? socket : secured(socket, target, access)) {
                BrokerProbe.handshake(talk, target.toString());
            }
        } catch (ProbeFailed e) {
            throw e;
        } catch (IOException e) {
            throw new ProbeFailed(
                    Stage.KAFKA,
                    target.toString(),
                    "%s accepts connections and then does not answer as Kafka does%s."
                            .formatted(
                                    target,
                                    access.credentials().trust() == null
                                            ? "; perhaps it wants TLS"
                                            : ""));
        }
    }

    /** Returns where something listens. */
    void knock(HostPort target) throws ProbeFailed {
        try (var socket = connect(target)) {
            socket.shutdownOutput();
        } catch (ProbeFailed e) {
            throw e;
        } catch (IOException closedAtOnce) {
            return;
        }
    }

    private Socket connect(HostPort target) throws ProbeFailed {
        String reason = "it has no address";
        for (var address : addresses(target)) {
            try {
                return BrokerProbe.connect(new InetSocketAddress(address, target.port()));
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new ProbeFailed(
                Stage.TCP,
                target.toString(),
                "Nothing can be reached at %s: %s.".formatted(target, reason));
    }

    private static Socket secured(Socket socket, HostPort target, Access access)
            throws ProbeFailed {
        var trust = access.credentials().trust();
        try {
            var factory =
                    TlsContext.of(
                                    access.credentials(),
                                    trust == null
                                            ? new io.atoll.contracts.connection.Trust(null)
                                            : trust)
                            .getSocketFactory();
            var tls = (SSLSocket) factory.createSocket(socket, target.host(), target.port(), true);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        } catch (SSLException e) {
            throw tls(target, e.getMessage());
        } catch (GeneralSecurityException e) {
            throw tls(target, "the certificates given cannot be used");
        } catch (IOException e) {
            throw tls(target, "it ends the connection; perhaps it does not speak TLS");
        }
    }

    private static ProbeFailed tls(HostPort target, @org.jspecify.annotations.Nullable String why) {
        return new ProbeFailed(
                Stage.TLS,
                target.toString(),
                "No TLS connection to %s: %s.".formatted(target, why));
    }
}
