package io.atoll.web.event;

import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.web.look.Tone;
import java.util.Comparator;
import java.util.List;

/** One event as a line. */
public record EventLook(AtollEvent event, String word, String icon, Tone tone) {

    /** How many events a page begins with. */
    static final int SHOWN = 200;

    /** Newest first. */
    static List<EventLook> shown(List<AtollEvent> events, EventFilter filter) {
        return events.stream()
                .sorted(Comparator.comparing(AtollEvent::timestamp).reversed())
                .map(EventLook::of)
                .filter(filter::shows)
                .toList();
    }

    private static EventLook of(AtollEvent event) {
        Severity severity = event.severity();
        return switch (severity) {
            case SUCCESS -> new EventLook(event, "Success", "check", Tone.OK);
            case NOTICE -> new EventLook(event, "Notice", "notice", Tone.BUSY);
            case WARNING -> new EventLook(event, "Warning", "alert", Tone.WARN);
            case ERROR -> new EventLook(event, "Error", "cross", Tone.BAD);
        };
    }

    /** The severity as the filter names it. */
    public String severity() {
        return event.severity().wire();
    }
}
