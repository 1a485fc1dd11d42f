package io.atoll.registry.external;

import static io.atoll.registry.external.Registration.CANARY;
import static io.atoll.registry.external.Registration.request;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.atoll.registry.Api;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of a connection by its text alone. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(OpsStandIn.class)
class ExternalInputIT {

    private static final Api ADA = Api.admin();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sasl.jaas.config | com.sun.security.auth.module.JndiLoginModule required;",
                "sasl.jaas.config | com.sun.security.auth.module.LdapLoginModule required;",
                "interceptor.classes | x.Y",
                "metric.reporters | x.Y",
                "ssl.keystore.location | /etc/passwd",
                "ssl.engine.factory.class | x.Y",
                "sasl.login.callback.handler.class | x.Y",
                "security.providers | x.Y",
                "config.providers | file",
                "bootstrap.servers | 127.0.0.1:1",
                "request.timeout.ms | 999999",
                "request.timeout.ms | ${file:/etc/passwd:x}",
                "client.dns.lookup | resolve_canonical_bootstrap_servers_only"
            })
    void a_property_that_is_not_allowed_is_refused_by_name(String key, String value) {
        var request = request(Api.name("ext-property"));
        request.put("client_properties", Map.of(key, value));
        ADA.post("/clusters", request)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/client_properties/" + key));
    }

    @ParameterizedTest
    @CsvSource({
        "kafka",
        "kafka:0",
        "kafka:70000",
        "SASL_SSL://kafka:9092",
        "2130706433:9092",
        "0177.0.0.1:9092",
        "127.1:9092",
        "0x7f.0.0.1:9092",
        "'ka fka:9092'",
        "${env:HOST}:9092",
        "999.1.1.1:9092",
        "1.1.1.256:9092",
        "1.2.3:9092",
        "1.2.3.4.5:9092",
        "0x7f.1:9092",
        "0x7f000001:9092",
        "017700000001:9092",
        "127.0.0.1.:9092",
        "127.0.0.01:9092",
        "broker.1:9092",
        "[127.0.0.1]:9092",
        "[1.2.3]:9092",
        "[::1::]:9092",
        "[:]:9092",
        "[fe80::1%eth0]:9092",
        "[12345::1]:9092",
        "[::ffff:999.1.1.1]:9092"
    })
    void an_address_has_one_form_and_one_meaning(String address) {
        var request = request(Api.name("ext-address"));
        request.put("bootstrap_servers", List.of(address));
        ADA.post("/clusters", request)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/bootstrap_servers/0"));
    }

    @ParameterizedTest
    @CsvSource({
        "kafka:9092",
        "kafka-1.example.:9092",
        "255.255.255.255:1",
        "10.0.0.1:9092",
        "1-2.example:9092",
        "[2001:db8::1]:9092",
        "[::ffff:10.0.0.1]:65535"
    })
    void a_name_or_an_address_is_taken(String address) {
        var request = request(Api.name("ext-address"));
        request.put("bootstrap_servers", List.of(address));
        OpsStandIn.fails("");
        ADA.post("/clusters?dry_run=true", request).then().statusCode(200);
    }

    @Test
    void an_origin_that_is_none_makes_no_cluster() {
        var request = request(Api.name("ext-origin"));
        request.put("origin", "extern");
        ADA.post("/clusters", request).then().statusCode(422);
        request.put("origin", "managed");
        ADA.post("/clusters", request)
                .then()
                .statusCode(400)
                .body(containsString("is not a known field"))
                .body(not(containsString(CANARY)));
    }

    @Test
    void credentials_are_checked_as_far_as_text_tells() {
        refused(Map.of("mechanism", "tls", "ca_pem", "no PEM"), "/credentials/ca_pem");
        refused(Map.of("mechanism", "tls", "client_cert_pem", "x"), "/credentials/client_key_pem");
        var oauth = new HashMap<>(Map.of("mechanism", "oauthbearer", "client_id", "a"));
        oauth.put("client_secret", CANARY);
        oauth.put("token_url", "file:///etc/passwd");
        refused(oauth, "/credentials/token_url");
    }

    private static void refused(Map<String, String> credentials, String pointer) {
        var request = request(Api.name("ext-credentials"));
        request.put("credentials", credentials);
        ADA.post("/clusters", request)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body(not(containsString(CANARY)));
    }
}
