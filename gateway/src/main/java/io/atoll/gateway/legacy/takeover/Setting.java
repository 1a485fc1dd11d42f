package io.atoll.gateway.legacy.takeover;

import io.atoll.kit.refusal.Invalid;

/**
 * One setting of a file.
 *
 * @param name as it stands there, at most 200 characters with the names around it
 * @param key where it belongs, for example {@code kafka.broker_port}
 */
record Setting(String name, String key, String value) {
    private static final int LONGEST = 200;

    Setting {
        requireShort(name);
    }

    /** Names repeat what is around them: long ones would fill the memory. */
    static void requireShort(String name) {
        if (name.length() > LONGEST) {
            throw new Invalid("/text", "has a name of more than %d characters".formatted(LONGEST));
        }
    }
}
