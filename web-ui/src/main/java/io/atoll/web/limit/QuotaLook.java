package io.atoll.web.limit;

import io.atoll.contracts.limit.QuotaView;
import io.atoll.web.shell.Figures;

/**
 * What is left of a limit.
 *
 * @param percent how much of it is used, 0 to 100
 * @param back when more is there
 */
public record QuotaLook(
        String name,
        String text,
        String remaining,
        String of,
        int percent,
        String back,
        boolean isUsedUp,
        boolean isOwn) {

    static QuotaLook of(QuotaView quota) {
        int used = quota.quota() - quota.remaining();
        return new QuotaLook(
                LimitWords.name(quota.limitClass()),
                LimitWords.text(quota.limitClass()),
                Figures.grouped(quota.remaining()),
                LimitWords.limit(quota.quota(), quota.windowSeconds()),
                Math.clamp(used * 100L / quota.quota(), 0, 100),
                back(quota, used),
                quota.remaining() == 0,
                quota.overridden());
    }

    private static String back(QuotaView quota, int used) {
        if (quota.windowSeconds() == null) {
            return quota.remaining() == 0 ? "as soon as one ends" : "";
        }
        if (quota.remaining() == 0) {
            return "the next in " + quota.resetSeconds() + " s";
        }
        return used == 0 ? "all there" : "all back in " + quota.resetSeconds() + " s";
    }
}
