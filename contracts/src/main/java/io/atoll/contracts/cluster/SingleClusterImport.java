package io.atoll.contracts.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atoll.contracts.spec.RuntimeName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes the configuration of a Local Kafka Manager over into the cluster {@code default}.
 *
 * @param text the file as it is
 * @param runtime absent: the configured default; a REST proxy and a UI need docker
 */
public record SingleClusterImport(
        @NotNull Format format,
        @NotNull @Size(min = 1, max = 200_000) String text,
        @Nullable RuntimeName runtime) {

    /** What kind of file it is. */
    public enum Format {
        /** Lines of NAME=value, with or without the prefix {@code LKM_}. */
        ENV,
        /** The settings as YAML or JSON. */
        YAML,
        /** The file of Docker Compose. */
        COMPOSE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Format of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
