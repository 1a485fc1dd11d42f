package io.atoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds derived text to a committed file. With {@code -Dgolden.update=true} the file is written
 * instead, to be read in the diff.
 */
public final class GoldenFile {

    public static void assertSame(Path golden, String derived) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.toAbsolutePath().getParent());
                Files.writeString(golden, derived);
            }
            assertThat(derived)
                    .as("%s (write it anew with -Dgolden.update=true)", golden)
                    .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GoldenFile() {}
}
