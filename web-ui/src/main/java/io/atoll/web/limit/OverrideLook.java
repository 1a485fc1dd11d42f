package io.atoll.web.limit;

import io.atoll.contracts.limit.OverrideView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user or key with a limit of its own. */
public record OverrideLook(String kind, String subject, String limit, long version) {

    /**
     * One page of them.
     *
     * @param next token of the page after, absent on the last
     */
    public record Shown(List<OverrideLook> rows, @Nullable String next, @Nullable String away) {}

    static OverrideLook of(OverrideView view) {
        return new OverrideLook(
                view.kind(),
                view.subject(),
                LimitWords.limit(view.quota(), view.windowSeconds()),
                view.version());
    }
}
