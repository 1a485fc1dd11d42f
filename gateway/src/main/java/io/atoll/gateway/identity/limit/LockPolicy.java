package io.atoll.gateway.identity.limit;

import java.time.Duration;

/** How long an n-th failure locks. */
record LockPolicy(int free, Duration first, Duration longest) {

    /**
     * @return zero while fewer than {@code free} failed, then {@code first}, doubled each time
     */
    Duration lockAfter(long failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        long doublings = Math.min(failures - free, 20);
        Duration lock = first.multipliedBy(1L << doublings);
        return lock.compareTo(longest) > 0 ? longest : lock;
    }
}
