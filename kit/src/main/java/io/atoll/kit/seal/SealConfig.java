package io.atoll.kit.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the keys are that seal secrets. Only the registry and ops are given them. */
@ConfigMapping(prefix = "atoll.seal")
public interface SealConfig {

    /**
     * Folder of key files, {@code <number>.key}, each 32 bytes in base64. The highest number seals,
     * all open. Read again when a key is missed and when secrets are stored or rewrapped.
     */
    @WithDefault("/nonexistent")
    Path directory();

    /** Keys in base64 instead of files: the first seals, all open. */
    Optional<List<String>> keys();
}
