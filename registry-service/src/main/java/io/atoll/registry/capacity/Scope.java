package io.atoll.registry.capacity;

import org.jspecify.annotations.Nullable;

/** Whose limit it is. */
sealed interface Scope {

    /** The machine that all local nodes share. */
    record Machine() implements Scope {}

    /** The quota of all clusters together. */
    record All() implements Scope {}

    /** The quota of one environment. */
    record Environment(String name) implements Scope {}

    /** The quota of one user. */
    record User(String name) implements Scope {}

    default String wire() {
        return switch (this) {
            case Machine _ -> "machine";
            case All _ -> "all";
            case Environment _ -> "environment";
            case User _ -> "user";
        };
    }

    default @Nullable String label() {
        return switch (this) {
            case Machine _, All _ -> null;
            case Environment(var name) -> name;
            case User(var name) -> name;
        };
    }

    /** As the owner in a sentence. */
    default String words() {
        return switch (this) {
            case Machine _ -> "this machine";
            case All _ -> "all clusters";
            case Environment(var name) -> "environment '%s'".formatted(name);
            case User(var name) -> "user '%s'".formatted(name);
        };
    }
}
