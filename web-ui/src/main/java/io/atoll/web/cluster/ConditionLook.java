package io.atoll.web.cluster;

import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.look.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition in plain words, as one step of a cluster's way to being ready.
 *
 * @param since when it became so; absent where it was not looked at yet
 */
public record ConditionLook(
        String label, String message, String icon, Tone tone, @Nullable Instant since) {

    private static final List<String> WAY =
            List.of(ConditionType.ACCEPTED, ConditionType.PROVISIONED, ConditionType.READY);

    /** The usual steps in order, seen or not, then whatever else is reported. */
    static List<ConditionLook> steps(List<Condition> conditions, PhaseLook phase) {
        List<ConditionLook> steps = new ArrayList<>();
        for (String type : WAY) {
            Optional<Condition> seen =
                    conditions.stream().filter(c -> c.type().equals(type)).findFirst();
            boolean next = steps.stream().allMatch(s -> s.tone() == Tone.OK);
            steps.add(
                    seen.map(c -> seen(c, phase))
                            .orElseGet(() -> waiting(type, next && phase.busy())));
        }
        conditions.stream()
                .filter(c -> !WAY.contains(c.type()))
                .forEach(c -> steps.add(seen(c, phase)));
        return List.copyOf(steps);
    }

    private static ConditionLook seen(Condition c, PhaseLook phase) {
        String label = label(c.type());
        return switch (c.status()) {
            case TRUE -> new ConditionLook(label, c.message(), "check", Tone.OK, since(c));
            case FALSE -> lacking(c, label, phase.tone());
            case UNKNOWN -> new ConditionLook(label, c.message(), "clock", Tone.OFF, since(c));
        };
    }

    private static ConditionLook lacking(Condition c, String label, Tone phase) {
        return switch (phase) {
            case BUSY -> new ConditionLook(label, c.message(), "spinner", Tone.BUSY, since(c));
            case OFF -> new ConditionLook(label, c.message(), "stop", Tone.OFF, since(c));
            case WARN -> new ConditionLook(label, c.message(), "alert", Tone.WARN, since(c));
            case OK, BAD -> new ConditionLook(label, c.message(), "cross", Tone.BAD, since(c));
        };
    }

    private static Instant since(Condition c) {
        return c.lastTransitionTime();
    }

    private static ConditionLook waiting(String type, boolean underWay) {
        return underWay
                ? new ConditionLook(label(type), "Under way.", "spinner", Tone.BUSY, null)
                : new ConditionLook(label(type), "Comes later.", "clock", Tone.OFF, null);
    }

    private static String label(String type) {
        return switch (type) {
            case ConditionType.ACCEPTED -> "Accepted by this machine";
            case ConditionType.PROVISIONED -> "Nodes set up";
            case ConditionType.READY -> "Ready for clients";
            case ConditionType.COMPANIONS -> "REST proxy and UI";
            default -> type;
        };
    }
}
