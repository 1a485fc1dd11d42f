package io.atoll.registry.template;

import io.atoll.contracts.Topics;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.kit.outbox.Outbox;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.StoredJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of changes of templates, in the transaction of the change. */
@ApplicationScoped
class TemplateEvents {

    private final Outbox outbox;
    private final StoredJson json;
    private final Clock clock;

    TemplateEvents(Outbox outbox, StoredJson json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> append(String type, Template template, String message, @Nullable String subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AtollEvent event =
                new AtollEvent(
                        "template.%s.%d.%d"
                                .formatted(template.id(), template.version(), now.toEpochMilli()),
                        type,
                        Severity.NOTICE,
                        null,
                        null,
                        Map.of(),
                        message,
                        now,
                        subject,
                        Map.of(
                                "template",
                                template.id(),
                                "version",
                                Integer.toString(template.version())));
        return outbox.append(new OutboxMessage(Topics.EVENTS, template.id(), json.write(event)));
    }
}
