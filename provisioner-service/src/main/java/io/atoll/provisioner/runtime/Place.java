package io.atoll.provisioner.runtime;

import java.util.Locale;

/// Where nodes run, as far as their settings depend on it.
public sealed interface Place {

    /// Processes of this machine, which share its addresses and files.
    record Machine() implements Place {}

    /// Containers in a network of their cluster, in which nodes know each other by name.
    ///
    /// @param address under which clients outside of the network reach published ports
    /// @param byName true: Atoll itself reaches nodes by name, through a shared network
    /// @param cpus most that one node may keep busy
    record Containers(String address, boolean byName, double cpus, Images images)
            implements Place {}

    /// What containers are made from, by name and tag.
    record Images(String kafka, String restProxy, String ui) {}

    /// Longest name that a name server takes as one label (RFC 1035, 2.3.4).
    int LONGEST_NAME = 63;

    /// Name of a node's container and its host name within the network.
    static String containerName(ClusterId id, String node) {
        return bounded("atoll-" + id, "-" + node);
    }

    /// Long ids are cut; what was cut goes on in a hash, so that names stay apart.
    private static String bounded(String start, String end) {
        var room = LONGEST_NAME - end.length();
        if (start.length() <= room) {
            return start + end;
        }
        var hash = String.format(Locale.ROOT, "%08x", start.hashCode());
        return start.substring(0, room - hash.length() - 1) + "-" + hash + end;
    }
}
