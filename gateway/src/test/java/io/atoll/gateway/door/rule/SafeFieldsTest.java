package io.atoll.gateway.door.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFieldsTest {

    @ParameterizedTest
    @CsvSource({"accept,*/*", "If-Match,\"7\"", "x_y.z,a b", "cookie,a=b; c=d", "x-name,'\u00fc'"})
    void takes_what_a_field_can_hold(String name, String value) {
        assertThat(SafeFields.areSafe(List.of(Map.entry(name, value)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nx: 1", "a\n b", "a\rb", "a\u0000", "a\u000bb", "a\u000cb", "a\u007f"})
    void refuses_a_value_that_is_more_than_one_line(String value) {
        assertThat(SafeFields.areSafe(List.of(Map.entry("x-field", value)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:b", "a\r\nb", "\u00fc", "a\u0000"})
    void refuses_a_name_that_is_none(String name) {
        assertThat(SafeFields.areSafe(List.of(Map.entry(name, "1")))).isFalse();
    }
}
