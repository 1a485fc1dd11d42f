package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Limits as answers show them. */
@ApplicationScoped
class LimitViews {
    private final LimitDefaults defaults;

    LimitViews(LimitDefaults defaults) {
        this.defaults = defaults;
    }

    LimitView of(LimitClass limitClass, LimitRules rules) {
        Limit standard = defaults.of(limitClass);
        var stored = rules.ofClass(limitClass);
        Limit limit = stored.map(LimitRules.Stored::limit).orElse(standard);
        long overrides =
                rules.overrides().keySet().stream()
                        .filter(k -> k.limitClass() == limitClass)
                        .count();
        return new LimitView(
                limitClass,
                limit.quota(),
                limit.windowSeconds(),
                standard.quota(),
                standard.windowSeconds(),
                stored.isEmpty(),
                stored.map(LimitRules.Stored::version).orElse(0L),
                (int) overrides);
    }

    Optional<OverrideView> find(LimitClass limitClass, Tenant tenant, LimitRules rules) {
        return Optional.ofNullable(rules.overrides().get(new LimitRules.Key(limitClass, tenant)))
                .map(stored -> view(stored, tenant));
    }

    private static OverrideView view(LimitRules.Stored stored, Tenant tenant) {
        Limit limit = stored.limit();
        return new OverrideView(
                limit.limitClass(),
                tenant.kind(),
                tenant.subject(),
                limit.quota(),
                limit.windowSeconds(),
                stored.version());
    }
}
