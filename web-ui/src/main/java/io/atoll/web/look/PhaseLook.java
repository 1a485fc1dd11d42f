package io.atoll.web.look;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.status.Phase;

/**
 * A phase for people.
 *
 * @param icon name of an icon, see templates/tags/icon.html
 */
public record PhaseLook(String word, String icon, Tone tone) {

    public static PhaseLook of(ClusterView cluster) {
        return of(cluster.deleting() ? Phase.DELETING : cluster.status().phase());
    }

    public static PhaseLook of(Phase phase) {
        return switch (phase) {
            case PENDING -> new PhaseLook("Pending", "clock", Tone.BUSY);
            case CREATING -> new PhaseLook("Starting", "spinner", Tone.BUSY);
            case RUNNING -> new PhaseLook("Running", "check", Tone.OK);
            case DEGRADED -> new PhaseLook("Degraded", "alert", Tone.WARN);
            case STOPPING -> new PhaseLook("Stopping", "spinner", Tone.BUSY);
            case STOPPED -> new PhaseLook("Stopped", "stop", Tone.OFF);
            case DELETING -> new PhaseLook("Deleting", "spinner", Tone.BUSY);
            case FAILED -> new PhaseLook("Failed", "cross", Tone.BAD);
        };
    }

    public boolean busy() {
        return tone == Tone.BUSY;
    }
}
