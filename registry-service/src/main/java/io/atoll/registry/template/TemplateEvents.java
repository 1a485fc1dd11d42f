package io.atoll.registry.template;

import io.atoll.contracts.Topics;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.template.TemplateView;
import io.atoll.kit.access.Caller;
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

/** Tells of changes of templates, also to the audit, in the transaction of the change. */
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

    /**
     * @param before absent for a new template
     * @param after absent for one that was deleted
     */
    Uni<Void> append(
            String type,
            Template template,
            String message,
            Caller caller,
            @Nullable TemplateView before,
            @Nullable TemplateView after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id =
                "template.%s.%d.%d"
                        .formatted(template.id(), template.version(), now.toEpochMilli());
        AuditChange change =
                AuditChange.of(
                        id,
                        now,
                        caller.actor(),
                        null,
                        new AuditChange.Effect(
                                action(before, after), "template " + template.id(), before, after));
        return event(id, type, template, message, caller.subject(), now)
                .chain(
                        () ->
                                outbox.append(
                                        new OutboxMessage(
                                                Topics.AUDIT, template.id(), json.write(change))));
    }

    private static String action(@Nullable TemplateView before, @Nullable TemplateView after) {
        String verb = before == null ? "create" : after == null ? "delete" : "update";
        return "template." + verb;
    }

    private Uni<Void> event(
            String id,
            String type,
            Template template,
            String message,
            String subject,
            Instant now) {
        AtollEvent event =
                new AtollEvent(
                        id,
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
