package io.atoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.NewClusterRequest;
import io.atoll.contracts.cluster.RegisterClusterRequest;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.connection.Trust;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets come in by type and never go out. */
class SecretTest {

    private static final String CANARY = "canary-7f3a";
    private final ObjectMapper json = WireJson.mapper();

    @Test
    void every_mechanism_is_read_and_none_is_written_with_its_secret() throws Exception {
        var secret = new Secret(CANARY);
        var all =
                List.<Credentials<Secret>>of(
                        new Credentials.None<>(),
                        new Credentials.Tls<>("ca", "cert", secret),
                        new Credentials.Plain<>("ada", secret, null),
                        new Credentials.ScramSha256<>("ada", secret, new Trust(null)),
                        new Credentials.ScramSha512<>("ada", secret, new Trust("ca")),
                        new Credentials.OAuthBearer<>(
                                "https://id.example/token", "atoll", secret, "kafka", null));
        for (var credentials : all) {
            var written = json.writeValueAsString(credentials);
            assertThat(written).doesNotContain(CANARY).contains(credentials.name());
            assertThat(credentials.toString()).doesNotContain(CANARY);
            var given = written.replace("***", CANARY);
            assertThat(json.readValue(given, new TypeReference<Credentials<Secret>>() {}))
                    .isEqualTo(credentials);
        }
    }

    @Test
    void a_request_without_an_origin_asks_for_a_managed_cluster() throws Exception {
        assertThat(json.readValue("{\"name\":\"a\"}", NewClusterRequest.class))
                .isInstanceOf(CreateClusterRequest.class);
        var external =
                json.readValue(
                        """
                        {"origin":"external","name":"a","credentials":
                         {"mechanism":"plain","username":"u","password":"%s"}}"""
                                .formatted(CANARY),
                        NewClusterRequest.class);
        assertThat(external).isInstanceOf(RegisterClusterRequest.class);
        assertThat(((RegisterClusterRequest) external).credentials().secrets())
                .containsEntry("password", new Secret(CANARY));
        assertThat(external.toString()).doesNotContain(CANARY);
        assertThatThrownBy(
                        () ->
                                json.readValue(
                                        "{\"origin\":\"extern\",\"name\":\"a\"}",
                                        NewClusterRequest.class))
                .isInstanceOf(ValueInstantiationException.class);
    }
}
