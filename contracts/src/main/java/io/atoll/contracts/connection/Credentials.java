package io.atoll.contracts.connection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows to a cluster; typed fields, never client properties.
 *
 * @param <S> how a secret is held: {@link Secret} in clear, {@link Sealed} at rest
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mechanism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Credentials.None.class, name = "none"),
    @JsonSubTypes.Type(value = Credentials.Tls.class, name = "tls"),
    @JsonSubTypes.Type(value = Credentials.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Credentials.ScramSha256.class, name = "scram-sha-256"),
    @JsonSubTypes.Type(value = Credentials.ScramSha512.class, name = "scram-sha-512"),
    @JsonSubTypes.Type(value = Credentials.OAuthBearer.class, name = "oauthbearer")
})
public sealed interface Credentials<S> {

    /** Nothing: plain text, and whoever comes is let in. */
    record None<S>() implements Credentials<S> {}

    /**
     * TLS, and with a certificate of its own mutual TLS.
     *
     * @param clientCertPem the client's certificate chain; given together with its key
     * @param clientKeyPem its private key, PKCS 8, not encrypted
     */
    record Tls<S>(
            @Nullable @Size(max = Trust.LONGEST) String caPem,
            @Nullable @Size(max = Trust.LONGEST) String clientCertPem,
            @Nullable S clientKeyPem)
            implements Credentials<S> {}

    /**
     * @param tls absent: user name and password go over the wire in clear
     */
    record Plain<S>(
            @NotNull @Size(min = 1, max = 500) String username,
            @NotNull S password,
            @Nullable @Valid Trust tls)
            implements Credentials<S> {}

    record ScramSha256<S>(
            @NotNull @Size(min = 1, max = 500) String username,
            @NotNull S password,
            @Nullable @Valid Trust tls)
            implements Credentials<S> {}

    record ScramSha512<S>(
            @NotNull @Size(min = 1, max = 500) String username,
            @NotNull S password,
            @Nullable @Valid Trust tls)
            implements Credentials<S> {}

    /**
     * The client credentials grant of OAuth 2.0.
     *
     * @param tokenUrl one of those that the operator of Atoll allows
     */
    record OAuthBearer<S>(
            @NotNull @Size(min = 1, max = 2_000) String tokenUrl,
            @NotNull @Size(min = 1, max = 500) String clientId,
            @NotNull S clientSecret,
            @Nullable @Size(max = 500) String scope,
            @Nullable @Valid Trust tls)
            implements Credentials<S> {}

    /** The same with each secret turned into another form of it; the name is that of its field. */
    default <T> Credentials<T> map(BiFunction<String, S, T> form) {
        return switch (this) {
            case None<S> _ -> new None<>();
            case Tls<S>(var ca, var certificate, var key) ->
                    new Tls<>(
                            ca,
                            certificate,
                            key == null ? null : form.apply("client_key_pem", key));
            case Plain<S>(var user, var password, var tls) ->
                    new Plain<>(user, form.apply("password", password), tls);
            case ScramSha256<S>(var user, var password, var tls) ->
                    new ScramSha256<>(user, form.apply("password", password), tls);
            case ScramSha512<S>(var user, var password, var tls) ->
                    new ScramSha512<>(user, form.apply("password", password), tls);
            case OAuthBearer<S>(var url, var id, var secret, var scope, var tls) ->
                    new OAuthBearer<>(url, id, form.apply("client_secret", secret), scope, tls);
        };
    }

    /** The secrets by the names of their fields. */
    default Map<String, S> secrets() {
        var found = new LinkedHashMap<String, S>();
        map(
                (field, secret) -> {
                    found.put(field, secret);
                    return secret;
                });
        return found;
    }

    /** As on the wire. */
    @JsonIgnore
    default String name() {
        return switch (this) {
            case None<S> _ -> "none";
            case Tls<S> _ -> "tls";
            case Plain<S> _ -> "plain";
            case ScramSha256<S> _ -> "scram-sha-256";
            case ScramSha512<S> _ -> "scram-sha-512";
            case OAuthBearer<S> _ -> "oauthbearer";
        };
    }

    /** Who the client says it is; absent where it says nothing. */
    default @Nullable String user() {
        return switch (this) {
            case None<S> _ -> null;
            case Tls<S> _ -> null;
            case Plain<S> plain -> plain.username();
            case ScramSha256<S> scram -> scram.username();
            case ScramSha512<S> scram -> scram.username();
            case OAuthBearer<S> oauth -> oauth.clientId();
        };
    }

    /** What TLS trusts; absent without TLS. */
    default @Nullable Trust trust() {
        return switch (this) {
            case None<S> _ -> null;
            case Tls<S> given -> new Trust(given.caPem());
            case Plain<S> plain -> plain.tls();
            case ScramSha256<S> scram -> scram.tls();
            case ScramSha512<S> scram -> scram.tls();
            case OAuthBearer<S> oauth -> oauth.tls();
        };
    }
}
