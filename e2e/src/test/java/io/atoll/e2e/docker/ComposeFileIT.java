package io.atoll.e2e.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Docker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compose files as compose itself understands them. */
class ComposeFileIT {

    @BeforeAll
    static void docker() {
        Docker.requireCompose();
    }

    @Test
    void only_the_gateway_is_published_and_on_this_machine_alone() {
        var services = services(Map.of());
        services.properties()
                .forEach(
                        service -> {
                            var ports = service.getValue().path("ports");
                            assertThat(ports.isEmpty())
                                    .as(service.getKey())
                                    .isEqualTo(!service.getKey().equals("gateway"));
                            ports.forEach(
                                    port ->
                                            assertThat(port.get("host_ip").asText())
                                                    .isEqualTo("127.0.0.1"));
                        });
    }

    @Test
    void images_follow_the_variables() {
        var services = services(Map.of("ATOLL_IMAGES", "registry.example/atoll", "ATOLL_TAG", "7"));

        assertThat(services.at("/ops/image").asText()).isEqualTo("registry.example/atoll/ops:7");
    }

    @Test
    void production_has_tls_replicas_and_limits() {
        var services =
                production(
                                Map.of(
                                        "ATOLL_DB_URL", "postgresql://db.example:5432/atoll",
                                        "ATOLL_REPLICAS", "3"))
                        .get("services");

        var gateway = services.get("gateway");
        assertThat(gateway.get("ports")).hasSize(1);
        assertThat(gateway.at("/ports/0/target").asInt()).isEqualTo(8443);
        assertThat(gateway.at("/environment/QUARKUS_HTTP_SSL_PORT").asInt()).isEqualTo(8443);
        assertThat(services.at("/registry/deploy/replicas").asInt()).isEqualTo(3);
        assertThat(services.at("/registry/environment/ATOLL_DB_URL").asText())
                .isEqualTo("postgresql://db.example:5432/atoll");
        services.forEach(
                service -> {
                    if (service.has("deploy")) {
                        assertThat(service.at("/deploy/resources/limits/memory").asText())
                                .isNotEmpty();
                    }
                });
    }

    @Test
    void the_suite_reaches_outside_only_where_production_asks_for_it() {
        var inside = "/networks/inside/internal";

        assertThat(production(Map.of()).at(inside).asBoolean()).isTrue();
        assertThat(production(Map.of("ATOLL_ISOLATED", "false")).at(inside).asBoolean()).isFalse();
    }

    private static JsonNode production(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("ATOLL_TLS_CERTIFICATE", "/etc/hostname");
        environment.put("ATOLL_TLS_KEY", "/etc/hostname");
        return config(environment, "-f", "docker-compose.yml", "-f", "docker-compose.prod.yml");
    }

    private static JsonNode services(Map<String, String> environment) {
        return config(environment).get("services");
    }

    private static JsonNode config(Map<String, String> environment, String... files) {
        var words = new ArrayList<>(List.of("compose"));
        words.addAll(List.of(files));
        words.addAll(List.of("config", "--format", "json"));
        return Api.parse(Docker.output(environment, words.toArray(String[]::new)));
    }
}
