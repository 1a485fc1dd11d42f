package io.atoll.e2e.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the sources lie. */
public final class Repository {
    /** Modules whose main code the house rules hold for. */
    public static final List<String> MODULES =
            List.of(
                    "contracts",
                    "log",
                    "kit",
                    "broker",
                    "testkit",
                    "registry-service",
                    "provisioner-service",
                    "ops-service",
                    "gateway",
                    "web-ui",
                    "launcher",
                    "bench");

    private Repository() {}

    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here;
    }
}
