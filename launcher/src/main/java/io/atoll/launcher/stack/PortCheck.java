package io.atoll.launcher.stack;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.process.Ports;
import io.atoll.launcher.process.ProcessTable;
import io.atoll.launcher.terminal.PlainFailure;
import java.util.List;

/// Says which port is taken, by whom, and what to set instead, before anything is started.
record PortCheck(Settings settings) {

    void requireFree(List<Part> parts) {
        for (var part : parts) {
            var door = part.name().equals("gateway");
            if (!Ports.isFree(door ? settings.host() : "127.0.0.1", part.port())) {
                throw new PlainFailure(sentence(part, door));
            }
        }
    }

    private String sentence(Part part, boolean door) {
        return "Port %d, which %s needs, is taken%s. %s"
                .formatted(
                        part.port(),
                        part.title(),
                        owner(part.port()),
                        door
                                ? "Set ATOLL_PORT to another port."
                                : "Set ATOLL_INTERNAL_PORT to another base (now %d)."
                                        .formatted(settings.internalPort()));
    }

    private static String owner(int port) {
        var owner = Ports.owner(port);
        if (owner.isEmpty()) {
            return " by another program";
        }
        var pid = owner.getAsLong();
        return " by the process %d (%s)"
                .formatted(pid, ProcessTable.name(pid).orElse("gone by now"));
    }
}
