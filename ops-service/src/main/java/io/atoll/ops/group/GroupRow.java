package io.atoll.ops.group;

import java.util.Locale;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;

/** One group as the list of a broker has it. */
record GroupRow(String name, String type, String state) {

    static GroupRow of(GroupListing listing) {
        return new GroupRow(
                listing.groupId(),
                type(listing.type().orElse(GroupType.CLASSIC)),
                state(listing.groupState().orElse(GroupState.UNKNOWN)));
    }

    static String type(GroupType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    static String state(GroupState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
