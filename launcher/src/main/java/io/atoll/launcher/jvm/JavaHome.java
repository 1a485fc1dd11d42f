package io.atoll.launcher.jvm;

import java.nio.file.Path;

/// The JDK this process runs on; the children run on the same one.
final class JavaHome {

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private JavaHome() {}

    static String java() {
        return BIN.resolve("java").toString();
    }

    static String jcmd() {
        return BIN.resolve("jcmd").toString();
    }

    static String version() {
        return Runtime.version().toString() + System.getProperty("java.vendor");
    }
}
