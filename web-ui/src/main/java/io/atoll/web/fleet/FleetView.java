package io.atoll.web.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything below the frame of the fleet's page.
 *
 * @param all how many clusters there are before the filter
 * @param usageAway why usage is not shown; absent where it is
 */
public record FleetView(
        List<ClusterCard> cards,
        int all,
        FleetSummary summary,
        FleetFilter filter,
        List<String> environments,
        List<String> tags,
        CapacityLook capacity,
        @Nullable String usageAway) {

    public boolean isEmpty() {
        return all == 0;
    }
}
