package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.status.Phase;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class FormIT {

    private static final String CREATE = "POST /api/v1/clusters";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    @Test
    void the_form_becomes_nested_json_without_its_blank_fields() {
        Visit.signedIn()
                .formParam("name", "Orders")
                .formParam("environment", "dev")
                .formParam("brokers", "3")
                .formParam("id", " ")
                .formParam("kafka_config.heap_size", "1G")
                .formParam("kafka_config.custom_properties", "x.y=1\r\nz=a=b")
                .formParam("tags", "team=payments")
                .formParam("auto_start", "true")
                .post("/clusters/new/plan");
        assertThat(GatewayStandIn.asked(CREATE).getFirst().body())
                .contains("\"brokers\":3", "\"heap_size\":\"1G\"", "\"auto_start\":true")
                .contains("\"x.y\":\"1\"", "\"z\":\"a=b\"", "\"team\":\"payments\"")
                .doesNotContain("\"id\"");
    }

    @Test
    void the_plan_shows_what_one_will_get() {
        String html = Visit.signedIn().formParam("name", "x").post("/clusters/new/plan").asString();
        assertThat(html).contains("512M", "Memory is scarce.", "Retention", "7 days");
    }

    @Test
    void runtimes_are_offered_with_what_they_have_and_those_away_only_shown() {
        String html = Visit.page("/clusters/new").asString();
        assertThat(html)
                .contains("name=\"runtime\" value=\"process\" checked")
                .contains("name=\"runtime\" value=\"docker\" disabled")
                .contains("8.00 GB of 16.0 GB", "100 GB", "No &lt;b&gt;daemon&lt;/b&gt; answers.");
        String plan = Visit.signedIn().formParam("name", "x").post("/clusters/new/plan").asString();
        assertThat(plan).contains("704 MB", "1.00 GB", "Memory at most", "<b>process</b>");
    }

    @Test
    void a_refusal_for_lack_of_room_shows_the_numbers() {
        String words = "This needs 2.1 GB of memory; 1.4 GB of 23.0 GB are free on this machine.";
        GatewayStandIn.refuses(CREATE, 409, Samples.problem(409, words, List.of()));
        String plan = Visit.signedIn().formParam("name", "x").post("/clusters/new/plan").asString();
        assertThat(plan).contains(words);
        String page = Visit.signedIn().formParam("name", "x").post("/clusters/new").asString();
        assertThat(page).contains(words);
    }

    @Test
    void errors_of_the_api_stand_beside_their_fields() {
        refuses(CREATE, "/kafka_config/heap_size", "must be a size");
        var answer =
                Visit.signedIn()
                        .formParam("name", "My name")
                        .formParam("kafka_config.heap_size", "lots")
                        .post("/clusters/new");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("data-error=\"kafka_config.heap_size\">must be a size<")
                .contains("value=\"My name\"", "value=\"lots\"");
    }

    @Test
    void an_error_deep_in_a_map_belongs_to_the_maps_field() {
        refuses(CREATE, "/kafka_config/custom_properties/foo.bar", "is not a setting");
        String html = Visit.signedIn().formParam("name", "x").post("/clusters/new/plan").asString();
        assertThat(html)
                .contains("data-for=\"kafka_config.custom_properties\">foo.bar: is not a setting<");
    }

    @Test
    void a_created_cluster_is_what_one_sees_next() {
        GatewayStandIn.answers(CREATE, Samples.cluster("fresh", "Fresh", Phase.PENDING));
        var answer = Visit.signedIn().formParam("name", "Fresh").post("/clusters/new");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/clusters/fresh");
    }

    @Test
    void only_what_was_changed_is_sent_with_the_version_it_was_based_on() {
        GatewayStandIn.answers(
                "PUT /api/v1/clusters/orders", Samples.cluster("orders", "Orders", Phase.RUNNING));
        var answer =
                Visit.signedIn()
                        .formParam("_generation", "3")
                        .formParam("_was.name", "Orders")
                        .formParam("name", "Orders")
                        .formParam("_was.kafka_config.heap_size", "512M")
                        .formParam("kafka_config.heap_size", "1G")
                        .post("/clusters/orders/config");
        var sent = GatewayStandIn.asked("PUT /api/v1/clusters/orders").getFirst();
        assertThat(sent.ifMatch()).isEqualTo("\"3\"");
        assertThat(sent.body()).isEqualTo("{\"kafka_config\":{\"heap_size\":\"1G\"}}");
        assertThat(answer.header("Location"))
                .endsWith("/clusters/orders/config?config-saved=orders");
    }

    @Test
    void a_change_by_somebody_else_is_shown_and_ones_own_values_stay() {
        GatewayStandIn.refuses(
                "PUT /api/v1/clusters/orders", 412, Samples.problem(412, "Changed.", List.of()));
        var answer =
                Visit.signedIn()
                        .formParam("_generation", "2")
                        .formParam("_was.kafka_config.num_partitions", "1")
                        .formParam("kafka_config.num_partitions", "1")
                        .formParam("_was.kafka_config.heap_size", "512M")
                        .formParam("kafka_config.heap_size", "2G")
                        .post("/clusters/orders/config");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("Somebody changed this cluster", "kafka_config.num_partitions")
                .contains("name=\"kafka_config.heap_size\" value=\"2G\"")
                .contains("name=\"_generation\" value=\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "{\"a\":1} {\"b\":2}", "1,5"})
    void a_value_that_is_not_json_is_refused_before_it_is_sent(String value) {
        var answer =
                Visit.signedIn()
                        .header("HX-Request", "true")
                        .formParam("topic", "orders")
                        .formParam("encoding", "json")
                        .formParam("value", value)
                        .post("/clusters/orders/messages");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.header("HX-Trigger")).contains("is not JSON");
        assertThat(GatewayStandIn.asked("POST /api/v1/clusters/orders/produce")).isEmpty();
    }

    private static void refuses(String route, String pointer, String detail) {
        GatewayStandIn.refuses(
                route,
                422,
                Samples.problem(422, "Wrong.", List.of(new FieldError(pointer, detail))));
    }
}
