package io.atoll.gateway.door.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/clusters",
                "/static/",
                "/a/b%2Fc",
                "/a/%C3%A4",
                "/a/...",
                "/a/x.y"
            })
    void takes_what_everybody_reads_alike(String path) {
        assertThat(SafePath.isSafe(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "//evil.example",
                "/a//b",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a/.%2E",
                "/a/.",
                "/a/%2e/b",
                "/a/..%2f..%2fb",
                "/a/..%5Cb",
                "/a\\b",
                "/a;b",
                "/a/%00",
                "/a/%0d%0aSet-Cookie",
                "/a/%7f",
                "/a/%",
                "/a/%4",
                "/a/%zz",
                "/a b",
                "/a\tb",
                "/ä"
            })
    void refuses_what_two_readers_could_read_differently(String path) {
        assertThat(SafePath.isSafe(path)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "q=a%20b&tags=x:y", "q=%0D%0A", "q=\u00fc"})
    void takes_a_query_of_one_line(String query) {
        assertThat(SafePath.isSafeQuery(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=\u0000",
                "q=a b",
                "q=a\tb",
                "q=\u007f",
                "q=1 HTTP/1.1\r\nHost: x\r\n\r\nGET /evil"
            })
    void refuses_a_query_that_would_begin_another_request(String query) {
        assertThat(SafePath.isSafeQuery(query)).isFalse();
    }
}
