package io.atoll.e2e.suite;

import java.util.Locale;

/** The processes that make up one suite. */
public enum Member {
    REGISTRY,
    PROVISIONER,
    OPS,
    GATEWAY,
    WEB_UI,
    POSTGRES,
    KAFKA,
    REDIS;

    /** Name of its record among those of the launcher. */
    String record() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".pid";
    }
}
