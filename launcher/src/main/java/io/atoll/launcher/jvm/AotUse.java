package io.atoll.launcher.jvm;

import java.nio.file.Path;
import java.util.List;

/// What a JVM does with ahead-of-time caches this time.
public sealed interface AotUse {

    List<String> arguments();

    /// Starts from the cache. Mapped where it was made for, its pages stay shared with the file.
    record Cached(Path cache) implements AotUse {
        @Override
        public List<String> arguments() {
            return List.of(
                    "-XX:AOTCache=" + cache,
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0");
        }
    }

    /// Records what it loads, for a cache to be made from.
    record Recording(Path record, Path cache) implements AotUse {
        @Override
        public List<String> arguments() {
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record);
        }
    }

    /// An earlier run recorded but was stopped before the cache was made.
    record Recorded(Path record, Path cache) implements AotUse {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }

    record Off() implements AotUse {
        @Override
        public List<String> arguments() {
            return List.of();
        }
    }
}
