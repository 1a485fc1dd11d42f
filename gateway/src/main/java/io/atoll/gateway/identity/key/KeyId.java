package io.atoll.gateway.identity.key;

import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.validation.PageParameters;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The id of a key as people see it: 22 letters and digits. */
final class KeyId {
    static final String NOUN = "API key";
    static final int WIDTH = 22;
    private static final int BITS = 128;

    static String wire(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(BITS / 8);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base62.encode(bytes.array(), WIDTH);
    }

    static Optional<UUID> parse(String wire) {
        return wire.length() == WIDTH
                ? Base62.decode(wire).filter(n -> n.bitLength() <= BITS).map(KeyId::uuid)
                : Optional.empty();
    }

    /** An id that is none cannot be found. */
    static UUID require(String wire) {
        return parse(wire).orElseThrow(() -> notFound(wire));
    }

    /** Of the page token of a list. */
    static UUID ofPage(String token) {
        return parse(token).orElseThrow(PageParameters::wrongToken);
    }

    static NotFound notFound(String wire) {
        return new NotFound(NOUN, wire, List.of());
    }

    private static UUID uuid(BigInteger number) {
        return new UUID(number.shiftRight(64).longValue(), number.longValue());
    }

    private KeyId() {}
}
