package io.atoll.launcher.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that credentials of clusters are sealed with: 32 random bytes in base64, in a file {@code
 * <number>.key} of a folder of its own. The highest number seals; a further file, made by hand,
 * takes over.
 */
public record SealKeys(Path folder) {

    static final String FIRST = "1.key";
    private static final int BYTES = 32;

    /** What is there stays as it is. */
    public void ensure() throws IOException {
        new SecretStore(Files.createDirectories(folder)).valueOr(FIRST, SealKeys::generate);
    }

    private static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
