package io.atoll.provisioner;

import static io.restassured.RestAssured.given;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.testkit.InternalTokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Requests to the service, as the gateway would send them. */
public final class Calls {

    /** The first event of a stream that does not end. */
    public static List<String> followedLines(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token(Grant.everywhere(Role.ADMIN)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var lines = client.send(request, BodyHandlers.ofLines()).body();
            var first = lines.limit(5).toList();
            client.shutdownNow();
            return first;
        }
    }

    public static ValidatableResponse get(String path) {
        return as(Grant.everywhere(Role.ADMIN)).get(path).then();
    }

    public static RequestSpecification as(Grant grant) {
        return given().header("Authorization", "Bearer " + token(grant));
    }

    public static String token(Grant grant) {
        return InternalTokens.forUser("tester", "provisioner-service", grant);
    }

    private Calls() {}
}
