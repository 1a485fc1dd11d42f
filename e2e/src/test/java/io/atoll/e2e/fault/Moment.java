package io.atoll.e2e.fault;

/** When a process is killed, as seen from a change that is asked for. */
enum Moment {
    /** While the request is under way. */
    WITH_REQUEST,
    /** As soon as the change is acknowledged. */
    AFTER_ANSWER,
    /** As soon as something is seen to happen for it. */
    ON_PROGRESS
}
