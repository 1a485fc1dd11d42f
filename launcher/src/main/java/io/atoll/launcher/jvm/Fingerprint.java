package io.atoll.launcher.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/// Twelve hex digits that change when a file's name, size or time of change does.
public final class Fingerprint {

    private static final int BYTES = 6;

    private Fingerprint() {}

    public static String of(Collection<Path> files, String more) throws IOException {
        var text = new StringBuilder(more);
        for (var file : files) {
            text.append('\n')
                    .append(file.getFileName())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return HexFormat.of().formatHex(digest(text.toString()), 0, BYTES);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
