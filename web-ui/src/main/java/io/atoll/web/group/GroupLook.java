package io.atoll.web.group;

import io.atoll.web.look.Tone;

/**
 * How the state of a group looks.
 *
 * @param icon name of the icon
 */
public record GroupLook(String word, Tone tone, String icon) {

    static GroupLook of(String state) {
        return switch (state) {
            case "stable" -> new GroupLook("Stable", Tone.OK, "check");
            case "empty" -> new GroupLook("Empty", Tone.OFF, "stop");
            case "dead" -> new GroupLook("Dead", Tone.OFF, "cross");
            case "unknown" -> new GroupLook("Not known", Tone.WARN, "alert");
            case "preparing_rebalance", "completing_rebalance", "assigning", "reconciling" ->
                    new GroupLook("Rebalancing", Tone.BUSY, "spinner");
            default -> new GroupLook(state, Tone.OFF, "notice");
        };
    }
}
