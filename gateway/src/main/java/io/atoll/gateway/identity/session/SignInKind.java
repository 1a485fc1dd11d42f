package io.atoll.gateway.identity.session;

import java.time.Duration;
import java.util.Locale;

/** What a sign-in hands out. */
public enum SignInKind {
    /** A cookie. */
    BROWSER,
    /** Access tokens and a chain of refresh tokens. */
    TOKEN;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInKind of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    Duration life(SessionConfig config) {
        return switch (this) {
            case BROWSER -> config.browserLife();
            case TOKEN -> config.tokenLife();
        };
    }

    Duration idle(SessionConfig config) {
        return switch (this) {
            case BROWSER -> config.browserIdle();
            case TOKEN -> config.tokenIdle();
        };
    }
}
