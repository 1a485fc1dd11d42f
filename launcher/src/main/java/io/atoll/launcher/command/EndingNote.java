package io.atoll.launcher.command;

import io.atoll.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file in the directory of a node that says that its process was ended on purpose, and why: the
/// provisioner reads it when it finds the process gone, and tells of no crash. First line: the
/// process as `<pid>@<start ticks>`; second: one sentence.
record EndingNote(Path clusters) {

    static final String FILE = "ending.txt";
    private static final String WHY = "Stopped together with Atoll.";
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /// Writes nothing where there is no such directory or a link is on the way.
    void leave(String cluster, String node, ProcessIdentity process) throws IOException {
        if (!cluster.matches(NAME) || !node.matches(NAME)) {
            return;
        }
        var ofCluster = clusters.resolve(cluster);
        var directory = ofCluster.resolve(node);
        if (isReal(ofCluster) && isReal(directory)) {
            var note = directory.resolve(FILE);
            Files.deleteIfExists(note);
            var text = process.pid() + "@" + process.startTicks() + "\n" + WHY + "\n";
            Files.writeString(note, text, StandardOpenOption.CREATE_NEW);
        }
    }

    private static boolean isReal(Path directory) {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }
}
