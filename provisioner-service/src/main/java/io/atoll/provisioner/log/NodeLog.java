package io.atoll.provisioner.log;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.LogSource;
import io.atoll.provisioner.runtime.LogSource.Excerpt;

/** The log of one node, wherever it lies. Reading blocks. */
record NodeLog(LogSource source, ClusterId cluster, String node) {

    Excerpt tail(int lines) {
        return source.tail(cluster, node, lines);
    }

    Excerpt from(long position) {
        return source.read(cluster, node, position);
    }
}
