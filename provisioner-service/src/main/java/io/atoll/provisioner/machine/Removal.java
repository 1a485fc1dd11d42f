package io.atoll.provisioner.machine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;

/// Removes directories without ever following a symbolic link: each level is opened relative to
/// the one above (openat with O_NOFOLLOW), so a link put there meanwhile is removed, not followed.
public final class Removal {

    private Removal() {}

    /// @param root trusted, and no part of what is removed
    /// @param target something below it; with a link on the way to it nothing is removed
    public static void remove(Path root, Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var parent = RealDirectory.open(root, requireNonNull(target.getParent()))) {
            removeEntry(parent.stream(), target.getFileName());
        }
    }

    private static void removeEntry(SecureDirectoryStream<Path> parent, Path name)
            throws IOException {
        try {
            if (isDirectory(parent, name)) {
                try (var entries = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    for (var entry : entries) {
                        removeEntry(entries, entry.getFileName());
                    }
                }
                parent.deleteDirectory(name);
            } else {
                parent.deleteFile(name);
            }
        } catch (NoSuchFileException | NotDirectoryException goneMeanwhile) {
            return;
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> parent, Path name)
            throws IOException {
        return parent.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }
}
