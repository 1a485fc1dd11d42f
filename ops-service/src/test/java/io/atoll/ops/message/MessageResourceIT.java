package io.atoll.ops.message;

import static io.atoll.ops.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.atoll.ops.Api;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.InternalTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
class MessageResourceIT {

    private static final String CLUSTER = "messages-it";
    private static final String PRODUCE = Api.CLUSTERS + CLUSTER + "/produce";
    private static final String CONSUME = Api.CLUSTERS + CLUSTER + "/consume?topic=";

    @BeforeEach
    void cluster() {
        Api.running(CLUSTER);
    }

    @Test
    void recordsOfEveryEncodingComeBackAsTheyWereSent() {
        Api.topic(CLUSTER, "enc", 1);
        produce(
                        """
                        {"topic":"enc","records":[
                         {"key":"k1","value":{"a":[1.10,null,{"b":"é"}]},"headers":{"h":"x","r":["1","2"]}},
                         {"key":{"id":7},"value":"plain text"},
                         {"value":null,"key":"gone"}]}""")
                .statusCode(200)
                .body("offsets.offset", contains(0, 1, 2));
        produce(
                        """
                        {"topic":"enc","value_encoding":"base64","records":[{"value":"AAEC/w=="}]}""")
                .statusCode(200);
        var answer = consume("enc").body("ended", equalTo("end_reached"));
        answer.body("records.offset", contains(0, 1, 2, 3))
                .body("records[0].key", equalTo("k1"))
                .body("records[0].value_encoding", equalTo("json"))
                .body("records[0].headers.name", contains("h", "r", "r"))
                .body("records[0].headers.value", contains("x", "1", "2"))
                .body("records[1].key.id", equalTo(7))
                .body("records[1].key_encoding", equalTo("json"))
                .body("records[1].value", equalTo("plain text"))
                .body("records[1].value_encoding", equalTo("text"))
                .body("records[2].value", nullValue())
                .body("records[2].value_encoding", nullValue())
                .body("records[2].key", equalTo("gone"))
                .body("records[3].value", equalTo("AAEC/w=="))
                .body("records[3].value_encoding", equalTo("base64"))
                .body("next_offsets.'0'", equalTo(4));
        assertThat(answer.extract().asString())
                .contains("\"value\":{\"a\":[1.10,null,{\"b\":\"é\"}]}");
    }

    @Test
    void anEmptyTopicAnswersAtOnce() {
        Api.topic(CLUSTER, "void", 3);
        for (var from : List.of("earliest", "latest", "timestamp&timestamp=0")) {
            consume("void&timeout_ms=20000&from=" + from)
                    .body("records", hasSize(0))
                    .body("ended", equalTo("end_reached"))
                    .body("elapsed_ms", lessThan(5_000));
        }
    }

    @Test
    void latestAnswersTheNewestOfAllPartitions() {
        Api.topic(CLUSTER, "newest", 3);
        for (int i = 0; i < 60; i++) {
            produce(
                            """
                            {"topic":"newest","records":[{"value":%d,"partition":%d,"timestamp":%d}]}"""
                                    .formatted(i, i < 40 ? 0 : i % 3, 1_000_000 + i))
                    .statusCode(200);
        }
        consume("newest&from=latest&max_records=5")
                .body("records.value", contains("59", "58", "57", "56", "55"))
                .body("ended", equalTo("max_records"))
                .body("next_offsets.'0'", equalTo(46));
        consume("newest&from=latest&max_records=5&order=oldest")
                .body("records.value", contains("55", "56", "57", "58", "59"));
        consume("newest&from=latest&max_records=30&partition=0")
                .body("records", hasSize(30))
                .body("records[29].offset", equalTo(16));
        consume("newest&from=latest&max_records=1000")
                .body("records", hasSize(60))
                .body("ended", equalTo("end_reached"));
    }

    @Test
    void aFurtherReadGoesOnWhereOneEnded() {
        Api.topic(CLUSTER, "goon", 1);
        produce(values("goon", 10)).statusCode(200);
        consume("goon&max_records=4")
                .body("records.offset", contains(0, 1, 2, 3))
                .body("ended", equalTo("max_records"))
                .body("next_offsets.'0'", equalTo(4));
        consume("goon&from=offset&partition=0&offset=4&max_records=6")
                .body("records.offset", contains(4, 5, 6, 7, 8, 9))
                .body("ended", equalTo("end_reached"));
        consume("goon&from=offset&partition=0&offset=10")
                .body("records", hasSize(0))
                .body("ended", equalTo("end_reached"));
    }

    @Test
    void aReadMayBeginAtATime() {
        Api.topic(CLUSTER, "times", 2);
        produce(
                        """
                        {"topic":"times","records":[
                         {"value":"a","partition":0,"timestamp":1000},
                         {"value":"b","partition":1,"timestamp":2000},
                         {"value":"c","partition":0,"timestamp":3000}]}""")
                .statusCode(200);
        consume("times&from=timestamp&timestamp=2000").body("records.value", contains("b", "c"));
        consume("times&from=timestamp&timestamp=1970-01-01T00:00:02.500Z")
                .body("records.value", contains("c"));
        consume("times&from=timestamp&timestamp=9999999999999&timeout_ms=20000")
                .body("records", hasSize(0))
                .body("ended", equalTo("end_reached"))
                .body("elapsed_ms", lessThan(5_000));
    }

    @Test
    void bytesAreBounded() {
        Api.topic(CLUSTER, "bytes", 1);
        var value = "x".repeat(10_000);
        var records = IntStream.range(0, 20).mapToObj(i -> Map.of("value", i + value)).toList();
        admin().body(Map.of("topic", "bytes", "records", records)).post(PRODUCE);
        consume("bytes&max_bytes=35000")
                .body("records.offset", contains(0, 1, 2))
                .body("ended", equalTo("max_bytes"))
                .body("next_offsets.'0'", equalTo(3));
        consume("bytes&max_bytes=35000&from=latest")
                .body("records.offset", contains(19, 18, 17))
                .body("ended", equalTo("max_bytes"));
        consume("bytes&max_bytes=1").body("records", hasSize(1));
        consume("bytes&max_records=1&value_limit_bytes=5")
                .body("records[0].value", equalTo("0xxxx"))
                .body("records[0].truncated", equalTo(true))
                .body("records[0].size_bytes", equalTo(10_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "snappy", "lz4", "zstd"})
    void compressedTopicsAreRead(String codec) {
        Api.topic(CLUSTER, "codec-" + codec, 1, Map.of("compression.type", codec));
        produce(values("codec-" + codec, 3)).statusCode(200);
        consume("codec-" + codec).body("records", hasSize(3));
    }

    @Test
    void aTopicThatIsNotThereIsNeitherReadNorMade() {
        Api.topic(CLUSTER, "ledger", 1);
        produce(values("ledge", 1)).statusCode(404).body("near", hasItem("ledger"));
        admin().get(CONSUME + "ledge").then().statusCode(404).body("near", hasItem("ledger"));
        admin().get(Api.topics(CLUSTER) + "/ledge").then().statusCode(404);
    }

    @Test
    void aRecordThatIsTooLargeIsNamedWithTheLimitAndTheOthersAreWritten() {
        Api.topic(CLUSTER, "small", 2, Map.of("max.message.bytes", "2000"));
        produce(
                        """
                        {"topic":"small","records":[
                         {"value":"fits","partition":0},{"value":"%s","partition":1}]}"""
                                .formatted("x".repeat(5_000)))
                .statusCode(422)
                .body("errors.pointer", contains("/records/1/value"))
                .body("errors[0].detail", containsString("2000 bytes"))
                .body("accepted[0].record", equalTo(0));
        consume("small").body("records.value", contains("fits"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head =
                    """
                    POST %s HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Authorization: Bearer %s
                    Content-Length: 9437184

                    """
                            .formatted(PRODUCE, InternalTokens.forUser("ada", "ops-service"))
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            assertThat(answer.readLine()).contains("413");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'topic':'bad','records':[]}|400|/records",
                "{'records':[{'value':1}]}|400|/topic",
                "{'topic':'bad','records':[{'value':1,'partition':2}]}|422|/records/0/partition",
                "{'topic':'bad','records':[{'value':1},{'value':1,'partition':-1}]}|400|/records/1/partition",
                "{'topic':'bad','value_encoding':'text','records':[{'value':1}]}|422|/records/0/value",
                "{'topic':'bad','value_encoding':'base64','records':[{'value':'?'}]}|422|/records/0/value",
                "{'topic':'bad','value_encoding':'avro','records':[{'value':'?'}]}|400|/value_encoding",
                "{'topic':'bad','records':[{'valu':1}]}|400|/records/0/valu",
                "{'topic':'bad','records':[null]}|400|",
                "{'topic':'bad','records':[{'value':1,'headers':{'h':1}}]}|422|/records/0/headers/h",
                "{'topic':'a b','records':[{'value':1}]}|400|/topic",
                "{'topic':'__consumer_offsets','records':[{'value':1}]}|409|",
            })
    void aWrongProduceRequestWritesNothing(String body, int status, String pointer) {
        admin().body("{\"name\":\"bad\",\"partitions\":2}").post(Api.topics(CLUSTER));
        var answer = produce(body.replace('\'', '"'));
        answer.statusCode(status).contentType(startsWith("application/problem+json"));
        if (pointer != null) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        consume("bad").body("records", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "x,400", // no topic at all
        "topic=bad&from=middle,400",
        "topic=bad&from=offset,422",
        "topic=bad&from=offset&offset=0,422", // two partitions
        "topic=bad&from=offset&offset=1&partition=0,422", // beyond the end
        "topic=bad&from=offset&offset=-1&partition=0,400",
        "topic=bad&from=timestamp,422",
        "topic=bad&from=timestamp&timestamp=yesterday,422",
        "topic=bad&partition=2,422",
        "topic=bad&partition=x,400",
        "topic=bad&max_records=0,400",
        "topic=bad&max_records=1001,400",
        "topic=bad&timeout_ms=30001,400",
        "topic=bad&value_encoding=avro,400",
        "topic=bad&order=random,400",
        "topic=a%20b,404",
    })
    void aWrongConsumeRequestIsRefused(String query, int status) {
        admin().body("{\"name\":\"bad\",\"partitions\":2}").post(Api.topics(CLUSTER));
        admin().urlEncodingEnabled(false)
                .get(Api.CLUSTERS + CLUSTER + "/consume?" + query)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"));
    }

    private static String values(String topic, int count) {
        var records = IntStream.range(0, count).mapToObj("{\"value\":\"%d\"}"::formatted).toList();
        return "{\"topic\":\"%s\",\"records\":[%s]}".formatted(topic, String.join(",", records));
    }

    private static ValidatableResponse produce(String body) {
        return admin().body(body).post(PRODUCE).then();
    }

    /// As long as it may take: none of these reads ends because its time is over.
    private static ValidatableResponse consume(String query) {
        var patient = query.contains("timeout_ms") ? query : query + "&timeout_ms=30000";
        return admin().get(CONSUME + patient).then().statusCode(200);
    }
}
