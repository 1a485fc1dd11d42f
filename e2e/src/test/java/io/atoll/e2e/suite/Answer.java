package io.atoll.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One answer of the API, and what it answers. */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    /** This answer, or a failure that shows all of it. */
    public Answer expect(int... allowed) {
        if (IntStream.of(allowed).noneMatch(s -> s == status)) {
            throw new AssertionError(
                    this + " where one of " + Arrays.toString(allowed) + " was expected");
        }
        return this;
    }

    public JsonNode json() {
        return Api.parse(text);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return request + " answered " + status + ": " + text;
    }
}
