package io.atoll.ops.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the JVM where the service has started, a client with hostile settings is not made. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ClientSystemIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JndiLoginModule",
                "LdapLoginModule",
                "KeyStoreLoginModule",
                "Krb5LoginModule"
            })
    void no_client_logs_in_by_a_module_that_loads_or_asks_elsewhere(String module) {
        var settings = sasl("PLAIN");
        settings.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "com.sun.security.auth.module." + module + " required any=\"thing\";");
        assertThat(refusal(settings)).contains(module, ClientSystem.LOGIN_MODULES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "https://elsewhere.example/token"})
    void no_client_asks_for_tokens_where_the_operator_did_not_allow_it(String url) {
        var settings = oauth();
        settings.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, url);
        assertThat(refusal(settings)).contains("due to restrictions", "oauthbearer.allowed");
    }

    @Test
    void no_client_takes_a_token_from_a_file(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "any");
        var settings = oauth();
        settings.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, file.toUri().toString());
        assertThat(refusal(settings)).contains("due to restrictions", "oauthbearer.allowed");
    }

    @Test
    void no_setting_is_read_by_a_provider(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "id=read-from-a-file");
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, AtollStack.kafka());
        settings.put("config.providers", "file");
        settings.put("config.providers.file.class", FileConfigProvider.class.getName());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "${file:" + file + ":id}");
        assertThat(refusal(settings)).contains(ClientSystem.PROVIDERS);
    }

    /** So that what the others show is not that no client can be made. */
    @Test
    void a_client_without_any_of_it_is_made() {
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, AtollStack.kafka()))
                .close();
    }

    private static Map<String, Object> oauth() {
        var settings = sasl("OAUTHBEARER");
        settings.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                OAuthBearerLoginModule.class.getName()
                        + " required clientId=\"a\" clientSecret=\"b\";");
        settings.put(
                SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS,
                OAuthBearerLoginCallbackHandler.class.getName());
        return settings;
    }

    private static Map<String, Object> sasl(String mechanism) {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, AtollStack.kafka());
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
        settings.put(SaslConfigs.SASL_MECHANISM, mechanism);
        return settings;
    }

    /** All that is said of why no client is made of these settings. */
    private static String refusal(Map<String, Object> settings) {
        var failure = catchThrowable(() -> Admin.create(settings).close());
        assertThat(failure).as("a client was made").isNotNull();
        var said = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        return said.toString();
    }
}
