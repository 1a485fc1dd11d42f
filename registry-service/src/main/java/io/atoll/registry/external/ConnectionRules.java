package io.atoll.registry.external;

import io.atoll.contracts.connection.ClientProperty;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.registry.spec.TextRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with a connection, as far as its text tells. Client properties are those of a
 * closed list; nothing names a class, a file or a provider. Pure.
 */
public final class ConnectionRules {

    /** How Kafka would ask a provider for a value. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*:");

    private static final String AT = "/credentials";

    private ConnectionRules() {}

    public static List<FieldError> validate(Connection connection) {
        List<FieldError> errors =
                new ArrayList<>(AddressRules.validate(connection.bootstrapServers()));
        errors.addAll(properties(connection.clientProperties()));
        errors.addAll(credentials(connection.credentials()));
        return errors;
    }

    public static List<FieldError> properties(Map<String, String> given) {
        List<FieldError> errors = new ArrayList<>();
        new TreeMap<>(given)
                .forEach(
                        (key, value) ->
                                problemOf(key, value)
                                        .ifPresent(
                                                p ->
                                                        errors.add(
                                                                new FieldError(
                                                                        "/client_properties/"
                                                                                + key.replace(
                                                                                                "~",
                                                                                                "~0")
                                                                                        .replace(
                                                                                                "/",
                                                                                                "~1"),
                                                                        p))));
        return errors;
    }

    /** What is allowed but that a person should know before going on. */
    public static List<String> warnings(Credentials<?> credentials) {
        if (credentials.trust() != null) {
            return List.of();
        }
        return switch (credentials) {
            case Credentials.None<?> _, Credentials.Tls<?> _ -> List.of();
            case Credentials.Plain<?> _ ->
                    List.of("Without TLS, user name and password go over the network in clear.");
            case Credentials.ScramSha256<?> _, Credentials.ScramSha512<?> _ ->
                    List.of("Without TLS, records go over the network in clear.");
            case Credentials.OAuthBearer<?> _ ->
                    List.of("Without TLS, tokens go over the network in clear.");
        };
    }

    private static Optional<String> problemOf(String key, String value) {
        return ClientProperty.of(key)
                .map(property -> property.problemOf(value))
                .orElseGet(() -> Optional.of("is not allowed here; allowed are " + allowed()));
    }

    private static String allowed() {
        return Arrays.stream(ClientProperty.values())
                .map(ClientProperty::key)
                .collect(Collectors.joining(", "));
    }

    private static List<FieldError> credentials(Credentials<Secret> credentials) {
        List<FieldError> errors = new ArrayList<>();
        trust(credentials, errors);
        credentials
                .secrets()
                .forEach(
                        (field, secret) -> {
                            if (secret.text().length() > Trust.LONGEST) {
                                errors.add(new FieldError(AT + "/" + field, "is too long"));
                            }
                        });
        switch (credentials) {
            case Credentials.None<Secret> _ -> {}
            case Credentials.Tls<Secret> tls -> mutual(tls, errors);
            case Credentials.Plain<Secret> plain -> text("username", plain.username(), errors);
            case Credentials.ScramSha256<Secret> scram ->
                    text("username", scram.username(), errors);
            case Credentials.ScramSha512<Secret> scram ->
                    text("username", scram.username(), errors);
            case Credentials.OAuthBearer<Secret> oauth -> {
                text("client_id", oauth.clientId(), errors);
                text("scope", oauth.scope(), errors);
                url(oauth.tokenUrl(), errors);
            }
        }
        return errors;
    }

    private static void trust(Credentials<?> credentials, List<FieldError> errors) {
        Trust trust = credentials.trust();
        if (trust != null && trust.caPem() != null) {
            String at = credentials instanceof Credentials.Tls<?> ? "/ca_pem" : "/tls/ca_pem";
            PemRules.certificates(trust.caPem())
                    .ifPresent(p -> errors.add(new FieldError(AT + at, p)));
        }
    }

    private static void mutual(Credentials.Tls<Secret> tls, List<FieldError> errors) {
        String certificate = tls.clientCertPem();
        Secret key = tls.clientKeyPem();
        if ((certificate == null) != (key == null)) {
            String missing = certificate == null ? "/client_cert_pem" : "/client_key_pem";
            errors.add(new FieldError(AT + missing, "is missing: certificate and key go together"));
        }
        if (certificate != null) {
            PemRules.certificates(certificate)
                    .ifPresent(p -> errors.add(new FieldError(AT + "/client_cert_pem", p)));
        }
        if (key != null) {
            PemRules.privateKey(key.text())
                    .ifPresent(p -> errors.add(new FieldError(AT + "/client_key_pem", p)));
        }
    }

    private static void text(String field, @Nullable String text, List<FieldError> errors) {
        if (text != null && TextRules.hasHidden(text)) {
            errors.add(
                    new FieldError(
                            AT + "/" + field, "must not contain control or invisible characters"));
        }
        if (text != null && REFERENCE.matcher(text).find()) {
            errors.add(
                    new FieldError(AT + "/" + field, "must not refer to a configuration provider"));
        }
    }

    private static void url(String text, List<FieldError> errors) {
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        errors.add(
                new FieldError(
                        AT + "/token_url",
                        "must be a URL with https or http, without user and password"));
    }
}
