package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The limits of the settings. */
@ApplicationScoped
class LimitDefaults {
    private final Map<LimitClass, Limit> limits = new EnumMap<>(LimitClass.class);

    LimitDefaults(RateConfig config) {
        for (LimitClass limitClass : LimitClass.values()) {
            limits.put(limitClass, limit(limitClass, config));
        }
    }

    Limit of(LimitClass limitClass) {
        return Objects.requireNonNull(limits.get(limitClass));
    }

    private static Limit limit(LimitClass limitClass, RateConfig config) {
        return switch (limitClass) {
            case READ -> config.read().limit(limitClass);
            case WRITE -> config.write().limit(limitClass);
            case MESSAGE -> config.message().limit(limitClass);
            case STREAM -> config.stream().limit(limitClass);
            case CONTROL -> config.control().limit(limitClass);
            case PAGE -> config.page().limit(limitClass);
            case SIGN_IN -> config.signIn().limit(limitClass);
            case ADDRESS -> config.address().limit(limitClass);
            case CONCURRENT -> new Limit(limitClass, config.concurrent(), Duration.ZERO);
        };
    }
}
