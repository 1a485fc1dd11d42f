package io.atoll.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.topic.CreateTopicRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "orders", "orders-2", "0", "a--b"})
    void idsLikeDnsLabelsAreAccepted(String id) {
        assertThat(id).matches(ClusterNames.ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "a-", "A", "a_b", "../etc", "a/b", "a.b", "ü", "a\n", "a%2fb"})
    void idsThatCouldEscapeAPathAreRefused(String id) {
        assertThat(id.matches(ClusterNames.ID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Orders (EU)", "注文", "a b"})
    void printableNamesAreAccepted(String name) {
        assertThat(name).matches(ClusterNames.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\tb\u0000", "\u001b[31m"})
    void namesWithControlCharactersOrBlankEndsAreRefused(String name) {
        assertThat(name.matches(ClusterNames.NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "", "a b", "a/b", "ü"})
    void topicNamesThatKafkaRefusesAreRefused(String name) {
        assertThat(name.matches(CreateTopicRequest.NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "...", "_a", "A.b-c_1"})
    void topicNamesThatKafkaTakesAreAccepted(String name) {
        assertThat(name).matches(CreateTopicRequest.NAME);
    }
}
