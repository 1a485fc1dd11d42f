package io.atoll.kit.probe;

import io.atoll.contracts.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public record NoteRequest(
        @NotBlank String noteText,
        @Max(10) int lineCount,
        @Nullable Role writtenBy,
        @Nullable List<@Valid Line> moreLines,
        @Nullable Map<String, @Valid Line> namedLines) {

    public record Line(@NotNull String lineText, int indent) {

        public Line {
            if (indent < 0) {
                throw new IllegalArgumentException("indent must not be negative");
            }
        }
    }
}
