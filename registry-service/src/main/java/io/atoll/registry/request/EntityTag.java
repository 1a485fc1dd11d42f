package io.atoll.registry.request;

import io.atoll.kit.refusal.PreconditionFailed;
import io.atoll.kit.refusal.PreconditionRequired;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags made of a number that rises with each change (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private EntityTag() {}

    public static String of(long number) {
        return "\"" + number + "\"";
    }

    /** Refuses unless the header {@code If-Match} is there and names the current number. */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        allow(ifMatch, current);
    }

    /** Refuses where the header {@code If-Match} is there and does not name the current number. */
    public static void allow(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return;
        }
        boolean named =
                Arrays.stream(ifMatch.split(","))
                        .map(tag -> tag.trim().replaceAll("^\"|\"$", ""))
                        .anyMatch(Long.toString(current)::equals);
        if (!named) {
            throw new PreconditionFailed(
                    "It was changed meanwhile: now it is %s, you gave %s. Read it again and repeat your change."
                            .formatted(of(current), ifMatch.trim()));
        }
    }
}
