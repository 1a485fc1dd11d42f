package io.atoll.web.create;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.web.shell.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runtime as it can be chosen.
 *
 * @param memory free and in all; absent where not known
 * @param disk free; absent where not known
 */
public record RuntimeOption(
        RuntimeView runtime, boolean chosen, @Nullable String memory, @Nullable String disk) {

    /**
     * @param asked what the form says; empty: the default
     */
    static List<RuntimeOption> of(List<RuntimeView> runtimes, String asked) {
        return runtimes.stream().map(r -> of(r, asked)).toList();
    }

    private static RuntimeOption of(RuntimeView runtime, String asked) {
        boolean wanted =
                asked.isEmpty() ? runtime.isDefault() : runtime.name().wire().equals(asked);
        boolean known = runtime.memoryTotalBytes() > 0;
        return new RuntimeOption(
                runtime,
                wanted && runtime.healthy(),
                known
                        ? Figures.bytes(runtime.memoryFreeBytes())
                                + " of "
                                + Figures.bytes(runtime.memoryTotalBytes())
                        : null,
                known ? Figures.bytes(runtime.diskFreeBytes()) : null);
    }

    public String title() {
        return switch (runtime.name()) {
            case PROCESS -> "Processes";
            case DOCKER -> "Docker";
        };
    }

    public String text() {
        return switch (runtime.name()) {
            case PROCESS -> "Plain JVMs on this machine; up in a second or two.";
            case DOCKER -> "A container for each node, with a network and hard limits of its own.";
        };
    }

    /** The optional parts that it can run, in words. */
    public String companions() {
        return String.join(", ", runtime.companions().stream().map(RuntimeOption::part).toList());
    }

    private static String part(String companion) {
        return switch (companion) {
            case "rest_proxy" -> "REST proxy";
            case "ui" -> "Kafka UI";
            default -> companion;
        };
    }
}
