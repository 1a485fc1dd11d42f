package io.atoll.web.look;

import io.atoll.contracts.status.NodeStatus;

/** A node's state for people. */
public record NodeLook(String word, String icon, Tone tone) {

    /** Whether it takes anything of its machine. */
    public static boolean isUp(NodeStatus node) {
        return switch (node.state()) {
            case RUNNING, STARTING -> true;
            case BACKOFF, FAILED, STOPPED -> false;
        };
    }

    public static NodeLook of(NodeStatus.State state) {
        return switch (state) {
            case RUNNING -> new NodeLook("Running", "check", Tone.OK);
            case STARTING -> new NodeLook("Starting", "spinner", Tone.BUSY);
            case BACKOFF -> new NodeLook("Restarting soon", "clock", Tone.WARN);
            case FAILED -> new NodeLook("Failed", "cross", Tone.BAD);
            case STOPPED -> new NodeLook("Stopped", "stop", Tone.OFF);
        };
    }
}
