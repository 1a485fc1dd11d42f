package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ClientProperty;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import io.atoll.ops.outbound.LookupGuard;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.jspecify.annotations.Nullable;

/** Makes client settings of typed credentials and of the properties of the closed list. Pure. */
final class ClientSecurity {

    private static final String PEM = "PEM";

    private ClientSecurity() {}

    static Map<String, Object> settings(Access access) {
        var settings = new HashMap<String, Object>(tuning(access.clientProperties()));
        var credentials = access.credentials();
        secure(
                credentials.trust(),
                !(credentials.name().equals("none") || credentials.name().equals("tls")),
                settings);
        switch (credentials) {
            case Credentials.None<Secret> _ -> {}
            case Credentials.Tls<Secret> tls -> mutual(tls, settings);
            case Credentials.Plain<Secret> plain ->
                    sasl(
                            "PLAIN",
                            login(JaasText.Module.PLAIN, plain.username(), plain.password()),
                            settings);
            case Credentials.ScramSha256<Secret> scram ->
                    sasl(
                            "SCRAM-SHA-256",
                            login(JaasText.Module.SCRAM, scram.username(), scram.password()),
                            settings);
            case Credentials.ScramSha512<Secret> scram ->
                    sasl(
                            "SCRAM-SHA-512",
                            login(JaasText.Module.SCRAM, scram.username(), scram.password()),
                            settings);
            case Credentials.OAuthBearer<Secret> oauth -> oauth(oauth, settings);
        }
        return settings;
    }

    /** Checked by the registry; what is not on the list has no effect here either. */
    private static Map<String, Object> tuning(Map<String, String> given) {
        var settings = new HashMap<String, Object>();
        given.forEach(
                (key, value) ->
                        ClientProperty.of(key)
                                .filter(p -> p != ClientProperty.CLIENT_ID)
                                .filter(p -> p.problemOf(value).isEmpty())
                                .ifPresent(p -> settings.put(p.key(), value)));
        return settings;
    }

    private static void secure(@Nullable Trust trust, boolean sasl, Map<String, Object> settings) {
        var tls = trust != null;
        settings.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                sasl ? (tls ? "SASL_SSL" : "SASL_PLAINTEXT") : tls ? "SSL" : "PLAINTEXT");
        settings.put(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG, "https");
        if (trust != null && trust.caPem() != null) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            settings.put(
                    SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, new Password(trust.caPem()));
        }
    }

    private static void mutual(Credentials.Tls<Secret> tls, Map<String, Object> settings) {
        var certificate = tls.clientCertPem();
        var key = tls.clientKeyPem();
        if (certificate != null && key != null) {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
            settings.put(
                    SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, new Password(certificate));
            settings.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, new Password(key.text()));
        }
    }

    private static String login(JaasText.Module module, String username, Secret password) {
        return JaasText.of(module, Map.of("username", username, "password", password.text()));
    }

    private static void oauth(Credentials.OAuthBearer<Secret> oauth, Map<String, Object> settings) {
        var options = new HashMap<String, String>();
        options.put("clientId", oauth.clientId());
        options.put("clientSecret", oauth.clientSecret().text());
        if (oauth.scope() != null) {
            options.put("scope", oauth.scope());
        }
        sasl("OAUTHBEARER", JaasText.of(JaasText.Module.OAUTHBEARER, options), settings);
        settings.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, oauth.tokenUrl());
        settings.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, TokenCallback.class);
        settings.put(SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS, 3_000);
        settings.put(SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS, 3_000);
        settings.put(SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MAX_MS, 1_000L);
    }

    /**
     * Asks for a token. Its URL is one that the operator allows by itself: the rules for addresses
     * of clusters do not hold for it.
     */
    public static final class TokenCallback extends OAuthBearerLoginCallbackHandler {

        @Override
        public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
            try (var _ = LookupGuard.lift()) {
                super.handle(callbacks);
            }
        }
    }

    private static void sasl(String mechanism, String jaas, Map<String, Object> settings) {
        settings.put(SaslConfigs.SASL_MECHANISM, mechanism);
        settings.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas));
    }
}
