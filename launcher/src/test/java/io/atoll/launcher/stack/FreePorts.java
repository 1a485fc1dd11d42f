package io.atoll.launcher.stack;

import io.atoll.launcher.process.Ports;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports that nobody listens on now, below the system's ephemeral range and above
/// those that tests of other modules name.
final class FreePorts {

    private FreePorts() {}

    /// First of twenty.
    static int base() {
        return ThreadLocalRandom.current()
                .ints(20_000, 31_000)
                .filter(
                        base ->
                                IntStream.range(base, base + 20)
                                        .allMatch(port -> Ports.isFree("127.0.0.1", port)))
                .findFirst()
                .orElseThrow();
    }
}
