package io.atoll.web.audit;

import io.atoll.contracts.audit.AuditEffectView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was changed.
 *
 * @param whole JSON of what was made or removed, absent where there was something before and after
 */
public record EffectLook(AuditEffectView effect, List<Line> lines, @Nullable String whole) {

    public EffectLook {
        lines = List.copyOf(lines);
    }

    /** One value that differs. */
    public record Line(String pointer, @Nullable String before, @Nullable String after) {}

    public String what() {
        return ActionLabel.of(effect.action());
    }

    public String title() {
        return effect.before() == null ? "As it is now" : "As it was";
    }
}
