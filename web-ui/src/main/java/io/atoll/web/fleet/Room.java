package io.atoll.web.fleet;

import io.atoll.contracts.runtime.CapacityView;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.web.client.Partial;
import java.util.List;

/** What the API tells about limits and what is promised. */
record Room(Partial<CapacityView> capacity, Partial<List<UsageSum>> environments) {

    /** For where nothing of it is shown. */
    static final Room UNKNOWN =
            new Room(
                    new Partial<>(new CapacityView(List.of(), List.of()), null),
                    new Partial<>(List.of(), null));
}
