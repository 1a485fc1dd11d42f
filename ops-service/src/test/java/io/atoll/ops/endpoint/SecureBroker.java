package io.atoll.ops.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atoll.broker.EmbeddedBroker;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import io.atoll.testkit.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * One real broker with a listener for each mechanism, and a token endpoint. Shared by all tests of
 * the JVM.
 */
public final class SecureBroker {

    /** Holds whatever could break out of a quoted text. */
    public static final String PASSWORD = "a\"b\\ c;'=ü$ required evil=\"x\";";

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String OAUTH =
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";

    private static SecureBroker shared;

    public final Certificates server = Certificates.make("server");
    public final Certificates client = Certificates.make("client");
    public final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, Integer> ports = new HashMap<>();
    private final EmbeddedBroker broker;
    private final HttpServer identity;
    private final RsaJsonWebKey signer = RsaJwkGenerator.generateJwk(2048);

    private SecureBroker() throws Exception {
        for (var name : List.of("PLAINAUTH", "SCRAM", "MTLS", "SCRAMTLS", "OAUTH")) {
            ports.put(name, FreePort.any());
        }
        signer.setKeyId("one");
        identity = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        identity.createContext("/token", this::token);
        identity.createContext("/keys", this::keys);
        identity.start();
        System.setProperty(ClientSystem.OAUTH_URLS, String.join(",", urls()));
        broker = EmbeddedBroker.start(Files.createTempDirectory("atoll-secure"), settings());
        password("ada", PASSWORD);
    }

    public static synchronized SecureBroker shared() {
        try {
            if (shared == null) {
                shared = new SecureBroker();
            }
            return shared;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String address(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    public String open() {
        return broker.bootstrap();
    }

    public String tokenUrl() {
        return "http://127.0.0.1:%d/token".formatted(identity.getAddress().getPort());
    }

    /** For tokens and for the keys that they are signed with. */
    public List<String> urls() {
        return List.of(tokenUrl(), tokenUrl().replace("/token", "/keys"));
    }

    /** Sets the password of a SCRAM user. */
    public void password(String user, String password) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            for (var mechanism :
                    List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                var info = new ScramCredentialInfo(mechanism, 4096);
                admin.alterUserScramCredentials(
                                List.of(new UserScramCredentialUpsertion(user, info, password)))
                        .all()
                        .get();
            }
        }
    }

    /** What lets a client in at a listener. */
    public Credentials<Secret> credentials(String mechanism, Secret password) {
        var trust = new Trust(server.certificate());
        return switch (mechanism) {
            case "none" -> new Credentials.None<>();
            case "tls" ->
                    new Credentials.Tls<>(
                            server.certificate(), client.certificate(), new Secret(client.key()));
            case "plain" -> new Credentials.Plain<>("ada", password, null);
            case "scram-sha-256" -> new Credentials.ScramSha256<>("ada", password, trust);
            case "scram-sha-512" -> new Credentials.ScramSha512<>("ada", password, null);
            case "oauthbearer" ->
                    new Credentials.OAuthBearer<>(tokenUrl(), "atoll", password, "kafka", null);
            default -> throw new IllegalArgumentException(mechanism);
        };
    }

    public String listener(String mechanism) {
        return switch (mechanism) {
            case "none" -> open();
            case "tls" -> address("MTLS");
            case "plain" -> address("PLAINAUTH");
            case "scram-sha-256" -> address("SCRAMTLS");
            case "scram-sha-512" -> address("SCRAM");
            case "oauthbearer" -> address("OAUTH");
            default -> throw new IllegalArgumentException(mechanism);
        };
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        var listeners = new StringBuilder();
        ports.forEach(
                (name, port) ->
                        listeners.append(",").append("%s://127.0.0.1:%d".formatted(name, port)));
        settings.put("listeners", listeners.substring(1));
        settings.put("advertised.listeners", listeners.substring(1));
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PLAINAUTH:SASL_PLAINTEXT,"
                        + "SCRAM:SASL_PLAINTEXT,MTLS:SSL,SCRAMTLS:SASL_SSL,OAUTH:SASL_PLAINTEXT");
        sasl(settings, "plainauth", "PLAIN", PLAIN + " required user_ada=" + quoted() + ";");
        sasl(settings, "scram", "SCRAM-SHA-512", SCRAM + " required;");
        sasl(settings, "scramtls", "SCRAM-SHA-256", SCRAM + " required;");
        sasl(settings, "oauth", "OAUTHBEARER", OAUTH + " required;");
        settings.put(
                "listener.name.oauth.oauthbearer.sasl.server.callback.handler.class",
                OAuthBearerValidatorCallbackHandler.class.getName());
        settings.put("sasl.oauthbearer.jwks.endpoint.url", urls().getLast());
        settings.put("sasl.oauthbearer.expected.issuer", "test");
        for (var name : List.of("mtls", "scramtls")) {
            var prefix = "listener.name." + name + ".ssl.";
            settings.put(prefix + "keystore.type", "PEM");
            settings.put(prefix + "keystore.certificate.chain", server.certificate());
            settings.put(prefix + "keystore.key", server.key());
            settings.put(prefix + "truststore.type", "PEM");
            settings.put(prefix + "truststore.certificates", client.certificate());
        }
        settings.put("listener.name.mtls.ssl.client.auth", "required");
        return settings;
    }

    private static String quoted() {
        return "\"" + PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void sasl(
            Map<String, String> settings, String listener, String mechanism, String jaas) {
        var prefix = "listener.name." + listener + ".";
        settings.put(prefix + "sasl.enabled.mechanisms", mechanism);
        settings.put(
                prefix + mechanism.toLowerCase(java.util.Locale.ROOT) + ".sasl.jaas.config", jaas);
    }

    /** A signed token for whoever shows the right secret. */
    private void token(HttpExchange call) throws IOException {
        tokens.incrementAndGet();
        var shown = call.getRequestHeaders().getFirst("Authorization");
        var right =
                "Basic "
                        + Base64.getEncoder().encodeToString(("atoll:" + PASSWORD).getBytes(UTF_8));
        answer(
                call,
                right.equals(shown) ? 200 : 401,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                        .formatted(signed()));
    }

    private void keys(HttpExchange call) throws IOException {
        answer(call, 200, new JsonWebKeySet(signer).toJson());
    }

    private String signed() {
        var claims = new JwtClaims();
        claims.setIssuer("test");
        claims.setSubject("ada");
        claims.setClaim("scope", "kafka");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(signer.getPrivateKey());
        token.setKeyIdHeaderValue(signer.getKeyId());
        token.setAlgorithmHeaderValue("RS256");
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
