package io.atoll.gateway.rate.quota;

import io.atoll.kit.refusal.PreconditionFailed;
import io.atoll.kit.refusal.PreconditionRequired;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags made of a version (RFC 9110, section 8.8.3). */
final class EntityTag {

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses unless the header {@code If-Match} is there and names the current version. */
    static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        boolean named =
                ifMatch.strip().equals("*")
                        || Arrays.stream(ifMatch.split(",", -1))
                                .anyMatch(tag -> tag.strip().equals(of(current)));
        if (!named) {
            throw new PreconditionFailed(
                    "It was changed meanwhile: now it is %s. Read it again and repeat your change."
                            .formatted(of(current)));
        }
    }

    private EntityTag() {}
}
