package io.atoll.launcher.jvm;

import io.atoll.launcher.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Copies of the jars that run, so that a build while Atoll runs changes nothing under it. A copy
/// is kept while any process has it on its command line: managed brokers outlive the suite.
public record ProgramShelf(Path folder) {

    /// The copies, in the order of the originals, in one folder named by their fingerprint; there
    /// they lie to one another as the originals do, the first at the top.
    public List<Path> copy(String name, List<Path> originals) throws IOException {
        var root = Objects.requireNonNull(originals.getFirst().getParent());
        var target = folder.resolve(name + "-" + Fingerprint.of(originals, ""));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(folder);
            var unfinished = Files.createTempDirectory(folder, "unfinished");
            for (var original : originals) {
                var copy = unfinished.resolve(root.relativize(original));
                Files.createDirectories(copy.getParent());
                Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            removeUnused(name, target);
        }
        return originals.stream().map(jar -> target.resolve(root.relativize(jar))).toList();
    }

    private void removeUnused(String name, Path used) throws IOException {
        try (var copies = Files.newDirectoryStream(folder, name + "-*")) {
            for (var copy : copies) {
                if (!copy.equals(used) && !runsFrom(copy)) {
                    delete(copy);
                }
            }
        }
    }

    private static boolean runsFrom(Path copy) {
        return ProcessHandle.allProcesses()
                .flatMap(one -> ProcessTable.arguments(one.pid()).stream())
                .anyMatch(word -> word.contains(copy.toString()));
    }

    private static void delete(Path copy) throws IOException {
        try (var files = Files.walk(copy)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
