package io.atoll.registry.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Has connections tested by ops. What is sent is sealed, which tells ops who asks. */
@ApplicationScoped
public class ConnectionTests {

    private static final Logger LOG = Logger.getLogger(ConnectionTests.class);
    private static final int OK = 200;

    private final HttpClient http;
    private final ConnectionTestConfig config;
    private final Vault vault;
    private final StoredJson json;
    private final Clock clock;

    ConnectionTests(
            Vertx vertx, ConnectionTestConfig config, Vault vault, StoredJson json, Clock clock) {
        this.http = vertx.createHttpClient();
        this.config = config;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** What a test of this connection finds; its failure is an answer, not a refusal. */
    public Uni<ConnectionTest> test(
            String clusterId,
            List<String> bootstrapServers,
            HeldCredentials credentials,
            Map<String, String> clientProperties) {
        var order =
                new ConnectionTestOrder(
                        clusterId,
                        bootstrapServers,
                        credentials.sealed(),
                        clientProperties,
                        clock.instant());
        return send(json.write(vault.order(order)))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(failure -> !(failure instanceof Unavailable))
                .transform(ConnectionTests::unreachable);
    }

    /** The findings, or a refusal that says in plain words what failed. */
    public static ConnectionTest require(ConnectionTest found) {
        var failure = found.failure();
        if (failure != null) {
            throw new Invalid(pointer(failure.stage()), failure.message());
        }
        return found;
    }

    private static String pointer(ConnectionTest.Stage stage) {
        return switch (stage) {
            case DNS, POLICY, TCP, KAFKA -> "/bootstrap_servers";
            case TLS, AUTHENTICATION, AUTHORIZATION -> "/credentials";
        };
    }

    private Uni<ConnectionTest> send(String body) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(config.url() + ConnectionTestOrder.PATH)
                        .putHeader("Content-Type", "application/json");
        return http.request(options)
                .chain(request -> request.send(Buffer.buffer(body)))
                .chain(
                        answer ->
                                answer.body()
                                        .map(text -> read(answer.statusCode(), text.toString())));
    }

    private ConnectionTest read(int status, String text) {
        if (status != OK) {
            LOG.warnf("ops refuses a connection test with status %d", status);
            throw new Unavailable("The connection cannot be tested now; try again soon.");
        }
        return json.read(text, ConnectionTest.class);
    }

    private static Throwable unreachable(Throwable failure) {
        LOG.warnf("A connection test failed: %s", failure.getMessage());
        return new Unavailable(
                "The connection cannot be tested now: the service that connects to clusters does not answer.");
    }
}
