package io.atoll.provisioner.kind.kafka;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads sizes like `512M` and `2G`.
final class HeapSize {

    private static final int DEFAULT_MEGABYTES = 512;

    private HeapSize() {}

    static int megabytes(@Nullable String size) {
        if (size == null) {
            return DEFAULT_MEGABYTES;
        }
        var number = Integer.parseInt(size.substring(0, size.length() - 1));
        return size.toUpperCase(Locale.ROOT).endsWith("G") ? number * 1024 : number;
    }
}
