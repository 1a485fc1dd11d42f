package io.atoll.launcher.secret;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Passwords nobody chose: 24 letters and digits, about 137 bits; none that look alike.
public final class Passwords {

    private static final String LETTERS =
            "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 24;

    private Passwords() {}

    public static String generate() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
