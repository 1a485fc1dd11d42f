package io.atoll.web.gateway;

import io.atoll.contracts.group.GroupView;
import java.util.List;

/** A consumer group for the pages to show. */
public final class GroupSample {

    /** With a lag of zero, a partition without a leader, and names that must be escaped. */
    public static GroupView of(String name) {
        return new GroupView(
                name,
                "classic",
                "stable",
                1,
                1,
                "range",
                0L,
                List.of(
                        new GroupView.Member(
                                "m-<script>alert(1)</script>",
                                null,
                                "client",
                                "/127.0.0.1",
                                List.of(new GroupView.Assignment("orders", List.of(0, 1))))),
                List.of(
                        new GroupView.Partition("orders", 0, 10L, 10L, 0L, "m"),
                        new GroupView.Partition("orders", 1, 4L, null, null, null)),
                List.of("1 partition(s) have no leader."));
    }

    private GroupSample() {}
}
