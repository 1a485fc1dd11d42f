package io.atoll.gateway.event;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.event.AtollEvent;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event with its place in the log, already written as it goes to subscribers.
 *
 * @param offset in the topic; the id of the event in a stream
 * @param id the same where the same event was delivered twice
 * @param scope of its cluster, empty for an event about none
 * @param topic that it is about, empty for events about none
 * @param subject who caused it, empty where nobody did
 * @param frame the event as server-sent event, shared by all: never changed
 * @param jsonFrom where in the frame its JSON begins
 */
record LoggedEvent(
        long offset,
        String id,
        String type,
        Optional<ClusterScope> scope,
        String topic,
        String subject,
        Buffer frame,
        int jsonFrom) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final int END = 2;

    /**
     * @param json one line
     */
    static LoggedEvent of(long offset, AtollEvent event, String json) {
        boolean named = NAME.matcher(event.type()).matches();
        String head =
                "id: %d\nevent: %s\ndata: ".formatted(offset, named ? event.type() : "message");
        Buffer frame = Buffer.buffer(head + json + "\n\n");
        return new LoggedEvent(
                offset,
                Objects.requireNonNull(event.id()),
                event.type(),
                scope(event),
                event.attributes().getOrDefault("topic", ""),
                subject(event),
                frame,
                head.length());
    }

    String json() {
        return frame.getString(jsonFrom, frame.length() - END);
    }

    private static String subject(AtollEvent event) {
        String subject = event.subject();
        return subject == null ? "" : subject;
    }

    private static Optional<ClusterScope> scope(AtollEvent event) {
        String cluster = event.cluster();
        String environment = event.environment();
        return cluster == null
                ? Optional.empty()
                : Optional.of(
                        new ClusterScope(
                                cluster, environment == null ? "" : environment, event.tags()));
    }
}
