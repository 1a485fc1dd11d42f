package io.atoll.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditEffectView;
import io.atoll.contracts.audit.AuditEntryView;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes lines of entries. */
@ApplicationScoped
class EntryFactory {

    private final ObjectMapper mapper;

    EntryFactory(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    EntryLook look(AuditEntryView entry) {
        return EntryLook.of(entry, entry.effects().stream().map(this::look).toList());
    }

    private EffectLook look(AuditEffectView effect) {
        var lines =
                effect.differences().stream()
                        .map(
                                d ->
                                        new EffectLook.Line(
                                                d.pointer(), json(d.before()), json(d.after())))
                        .toList();
        boolean whole = (effect.before() == null) != (effect.after() == null);
        Object state = effect.before() == null ? effect.after() : effect.before();
        return new EffectLook(effect, lines, whole ? json(state) : null);
    }

    private @Nullable String json(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            return value instanceof String text
                    ? text
                    : mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
