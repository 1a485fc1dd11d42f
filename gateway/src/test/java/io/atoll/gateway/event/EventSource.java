package io.atoll.gateway.event;

import io.atoll.gateway.Callers.Tokens;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stream as a browser keeps it: the lines that came, and whether it ended. */
final class EventSource implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<?> end;
    private volatile int status;

    /**
     * @param lastEventId empty: from now on
     */
    EventSource(Tokens tokens, String query, String lastEventId) {
        this("Authorization", "Bearer " + tokens.access(), query, lastEventId);
    }

    /** With a header of one's own to say who reads. */
    EventSource(String header, String credential, String query, String lastEventId) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/api/v1/events?%s"
                                                .formatted(RestAssured.port, query)))
                        .header(header, credential)
                        .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        end =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                        .thenAccept(
                                answer -> {
                                    status = answer.statusCode();
                                    answer.body().forEach(lines::add);
                                });
    }

    int status() {
        return status;
    }

    boolean isOpen() {
        return lines.stream().anyMatch(l -> l.startsWith("retry:"));
    }

    boolean hasEnded() {
        return end.isDone();
    }

    List<String> ids() {
        return values("id: ");
    }

    List<String> types() {
        return values("event: ");
    }

    List<String> data() {
        return values("data: ");
    }

    private List<String> values(String field) {
        return lines.stream()
                .filter(l -> l.startsWith(field))
                .map(l -> l.substring(field.length()))
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
