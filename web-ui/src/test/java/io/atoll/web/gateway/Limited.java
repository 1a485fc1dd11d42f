package io.atoll.web.gateway;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.contracts.limit.QuotaView;
import java.util.List;

/** Limits as the contracts shape them. */
public final class Limited {

    public static List<QuotaView> quotas() {
        return List.of(
                new QuotaView(LimitClass.READ, 6_000, 60, 4_500, 15, false),
                new QuotaView(LimitClass.WRITE, 10, 60, 0, 6, true),
                new QuotaView(LimitClass.CONCURRENT, 64, null, 63, 1, false));
    }

    public static LimitView read() {
        return new LimitView(LimitClass.READ, 3_000, 60, 6_000, 60, false, 7, 1);
    }

    public static LimitView signIn() {
        return new LimitView(LimitClass.SIGN_IN, 120, 60, 120, 60, true, 0, 0);
    }

    public static OverrideView override() {
        return new OverrideView(LimitClass.READ, "user", "<b>thing", 9, 60, 8);
    }

    private Limited() {}
}
