package io.atoll.kit.seal;

/** A sealed text cannot be opened here: another key, another context, or not what was sealed. */
public final class Unsealable extends RuntimeException {

    Unsealable(String message) {
        super(message, null, false, false);
    }
}
