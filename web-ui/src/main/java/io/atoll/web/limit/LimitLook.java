package io.atoll.web.limit;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitView;

/**
 * The limit of a class, for administrators.
 *
 * @param id as in addresses
 * @param takesOverrides it counts users and keys, not addresses
 */
public record LimitLook(
        String id,
        String name,
        String text,
        String limit,
        String standard,
        boolean isDefault,
        boolean hasWindow,
        boolean takesOverrides,
        int overrides,
        long version) {

    static LimitLook of(LimitView view) {
        return new LimitLook(
                view.limitClass().wire(),
                LimitWords.name(view.limitClass()),
                LimitWords.text(view.limitClass()),
                LimitWords.limit(view.quota(), view.windowSeconds()),
                LimitWords.limit(view.defaultQuota(), view.defaultWindowSeconds()),
                view.isDefault(),
                view.limitClass().hasWindow(),
                view.limitClass().whom() == LimitClass.Whom.TENANT,
                view.overrides(),
                view.version());
    }
}
