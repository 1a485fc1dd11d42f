package io.atoll.web.audit;

import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditOutcome;
import io.atoll.web.look.Tone;
import java.util.List;

/** One attempt as a line that opens. */
public record EntryLook(
        AuditEntryView entry, String word, String icon, Tone tone, List<EffectLook> effects) {

    public EntryLook {
        effects = List.copyOf(effects);
    }

    static EntryLook of(AuditEntryView entry, List<EffectLook> effects) {
        AuditOutcome outcome = entry.outcome();
        return switch (outcome) {
            case SUCCEEDED -> new EntryLook(entry, "Succeeded", "check", Tone.OK, effects);
            case FAILED -> new EntryLook(entry, "Failed", "cross", Tone.BAD, effects);
            case DENIED -> new EntryLook(entry, "Denied", "alert", Tone.WARN, effects);
            case UNKNOWN -> new EntryLook(entry, "Unknown", "clock", Tone.OFF, effects);
        };
    }

    public String who() {
        String subject = entry.subject();
        return subject == null ? "nobody" : subject;
    }

    public String what() {
        return ActionLabel.of(entry.action());
    }

    /** The path without what all paths of the API begin with; empty where there was no request. */
    public String path() {
        String path = entry.path();
        return path == null ? "" : path.replaceFirst("^/api/v1(?=/)", "");
    }

    public boolean many() {
        return entry.count() > 1;
    }
}
