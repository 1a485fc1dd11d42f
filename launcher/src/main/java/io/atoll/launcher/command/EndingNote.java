package io.atoll.launcher.command;

import io.atoll.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that says that a node was ended on purpose, and why: the provisioner reads it when it
/// finds the node gone, and tells of no crash. First line: which run of it, for a process
/// `<pid>@<start ticks>`, for a container `<id>@<start in milliseconds>`; second: one sentence.
///
/// @param root of the directories of clusters
record EndingNote(Path root) {

    static final String FILE = "ending.txt";
    static final String SUFFIX = ".ending";
    private static final String WHY = "Stopped together with Atoll.";
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /// In the node's own directory. Writes nothing where there is no such directory or a link is on
    /// the way.
    void leave(String cluster, String node, ProcessIdentity process) throws IOException {
        if (isName(cluster) && isName(node) && isReal(root.resolve(cluster))) {
            var run = process.pid() + "@" + process.startTicks();
            write(root.resolve(cluster).resolve(node), FILE, run);
        }
    }

    /// In the cluster's directory, as above.
    void leave(String cluster, String node, String container) throws IOException {
        if (isName(cluster) && isName(node)) {
            write(root.resolve(cluster), node + SUFFIX, container);
        }
    }

    private static void write(Path directory, String file, String run) throws IOException {
        if (isReal(directory)) {
            var note = directory.resolve(file);
            Files.deleteIfExists(note);
            Files.writeString(note, run + "\n" + WHY + "\n", StandardOpenOption.CREATE_NEW);
        }
    }

    private static boolean isName(String text) {
        return text.matches(NAME);
    }

    private static boolean isReal(Path directory) {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }
}
