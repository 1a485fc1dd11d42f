package io.atoll.registry.capacity;

import io.atoll.registry.capacity.QuotaConfig.Limits;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;

/** The configured quota of a scope. */
@ApplicationScoped
class Quotas {

    private final QuotaConfig config;

    Quotas(QuotaConfig config) {
        this.config = config;
    }

    Quota of(Scope scope) {
        return switch (scope) {
            case Scope.Machine _ -> new Quota(OptionalLong.empty(), OptionalLong.empty());
            case Scope.All _ -> quota(config.all());
            case Scope.Environment(var name) ->
                    named(name, config.environments(), config.environment());
            case Scope.User(var name) -> named(name, config.users(), config.user());
        };
    }

    private static Quota named(String name, Map<String, Limits> byName, Limits others) {
        return quota(byName.getOrDefault(name, others));
    }

    private static Quota quota(Limits limits) {
        return new Quota(
                limits.clusters().map(OptionalLong::of).orElse(OptionalLong.empty()),
                limits.memory()
                        .map(MemorySize::asLongValue)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }
}
