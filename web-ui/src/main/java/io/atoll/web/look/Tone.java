package io.atoll.web.look;

import java.util.Locale;

/** How something fares; the style sheet has one colour for each. */
public enum Tone {
    OK,
    BUSY,
    WARN,
    BAD,
    OFF;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
