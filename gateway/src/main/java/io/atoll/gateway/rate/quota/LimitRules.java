package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was changed, as of a revision.
 *
 * @param changed classes whose limit is not that of the settings
 */
record LimitRules(long revision, Map<LimitClass, Stored> changed, Map<Key, Stored> overrides) {
    static final LimitRules NONE = new LimitRules(0, Map.of(), Map.of());

    /** What an override is for. */
    record Key(LimitClass limitClass, Tenant tenant) {}

    /** A limit and the revision that set it. */
    record Stored(Limit limit, long version) {}

    LimitRules {
        changed = Map.copyOf(changed);
        overrides = Map.copyOf(overrides);
    }

    Optional<Limit> override(LimitClass limitClass, Tenant tenant) {
        return overrides.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(overrides.get(new Key(limitClass, tenant)))
                        .map(Stored::limit);
    }

    Optional<Stored> ofClass(LimitClass limitClass) {
        return Optional.ofNullable(changed.get(limitClass));
    }
}
