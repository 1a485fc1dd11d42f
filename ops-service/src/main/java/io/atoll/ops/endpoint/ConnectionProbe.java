package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.ops.outbound.LookupGuard;
import io.atoll.ops.outbound.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether clients may be made for a registered cluster, and what it is.
 *
 * <pre>
 * each bootstrap server: name → rules → TCP → TLS → Kafka?     (our own sockets)
 * the first that answers: credentials → brokers, version       (one connection, no client)
 * each advertised broker: name → rules → TCP
 * </pre>
 *
 * <p>Blocks: call on a virtual thread.
 */
@ApplicationScoped
public class ConnectionProbe {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final FirstContact contact;
    private final ClusterQuestion question;
    private final Outbound outbound;

    ConnectionProbe(Outbound outbound) {
        this.outbound = outbound;
        this.contact = new FirstContact(outbound);
        this.question = new ClusterQuestion(outbound);
    }

    /** As {@code probe}, with a failure as an answer. */
    public ConnectionTest test(Access access) {
        try {
            return probe(access);
        } catch (ProbeFailed e) {
            return new ConnectionTest(false, e.failure(), null, List.of());
        }
    }

    ConnectionTest probe(Access access) throws ProbeFailed {
        requireTokenUrl(access.credentials());
        var answer = question.ask(reached(access), access);
        var warnings = new ArrayList<String>();
        if (!answer.mayDescribe()) {
            warnings.add(
                    "The cluster does not let this user describe it: what is not shown here may exist.");
        }
        var found = answer.found();
        var brokers = advertised(found.brokers(), warnings);
        return new ConnectionTest(
                true,
                null,
                new ConnectionTest.Found(
                        found.clusterId(), found.kafkaVersion(), found.controller(), brokers),
                warnings);
    }

    /** For clients of what was found. */
    LookupGuard guard(Access access, ConnectionTest test) {
        var ports =
                access.bootstrapServers().stream()
                        .map(server -> HostPort.of(server).port())
                        .collect(Collectors.toSet());
        if (test.found() != null) {
            test.found().brokers().forEach(broker -> ports.add(broker.port()));
        }
        return outbound.guard(ports);
    }

    private void requireTokenUrl(Credentials<Secret> credentials) throws ProbeFailed {
        if (credentials instanceof Credentials.OAuthBearer<Secret> oauth
                && !outbound.allowsTokenUrl(oauth.tokenUrl())) {
            throw new ProbeFailed(
                    Stage.POLICY,
                    oauth.tokenUrl(),
                    "Atoll may not ask this URL for tokens: its operator has not allowed it.");
        }
    }

    /** One that may not be reached is reason enough to go on with none. */
    private HostPort reached(Access access) throws ProbeFailed {
        var servers = access.bootstrapServers().stream().map(HostPort::of).toList();
        @Nullable ProbeFailed last = null;
        @Nullable HostPort found = null;
        long end = System.nanoTime() + LONGEST_NANOS;
        for (var server : servers) {
            try {
                if (found == null && System.nanoTime() < end) {
                    contact.greet(server, access);
                    found = server;
                } else {
                    contact.addresses(server);
                }
            } catch (ProbeFailed e) {
                if (isFinal(e.failure().stage())) {
                    throw e;
                }
                last = e;
            }
        }
        if (found != null) {
            return found;
        }
        throw last == null
                ? new ProbeFailed(Stage.TCP, null, "No bootstrap server was reached in time.")
                : last;
    }

    private static boolean isFinal(Stage stage) {
        return switch (stage) {
            case POLICY, KAFKA -> true;
            case DNS, TCP, TLS, AUTHENTICATION, AUTHORIZATION -> false;
        };
    }

    /** Clients connect to what brokers advertise, so the rules hold for that first of all. */
    private List<ConnectionTest.Broker> advertised(
            List<ConnectionTest.Broker> brokers, List<String> warnings) throws ProbeFailed {
        @Nullable ProbeFailed last = null;
        var looked = new ArrayList<ConnectionTest.Broker>();
        int reached = 0;
        long end = System.nanoTime() + LONGEST_NANOS;
        for (var broker : brokers) {
            try {
                advertised(new HostPort(broker.host(), broker.port()), System.nanoTime() < end);
                looked.add(broker);
                reached++;
            } catch (ProbeFailed e) {
                var told = told(broker.id(), e);
                if (isFinal(e.failure().stage())) {
                    throw told;
                }
                warnings.add(told.failure().message());
                last = told;
                looked.add(away(broker));
            }
        }
        if (last != null && reached == 0) {
            throw last;
        }
        return looked;
    }

    private static ConnectionTest.Broker away(ConnectionTest.Broker broker) {
        return new ConnectionTest.Broker(
                broker.id(), broker.host(), broker.port(), broker.rack(), false);
    }

    private void advertised(HostPort broker, boolean inTime) throws ProbeFailed {
        if (inTime) {
            contact.knock(broker);
        } else {
            contact.addresses(broker);
        }
    }

    private static ProbeFailed told(int id, ProbeFailed e) {
        var failure = e.failure();
        return new ProbeFailed(
                failure.stage(),
                failure.address(),
                "Broker %d advertises %s. %s".formatted(id, failure.address(), failure.message()));
    }
}
