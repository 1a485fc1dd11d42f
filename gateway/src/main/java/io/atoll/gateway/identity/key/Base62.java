package io.atoll.gateway.identity.key;

import java.math.BigInteger;
import java.util.Optional;

/** Numbers as letters and digits, with zeros in front up to a width. */
final class Base62 {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    /**
     * @param bytes a number without sign, that fits
     */
    static String encode(byte[] bytes, int width) {
        var text = new char[width];
        var rest = new BigInteger(1, bytes);
        for (int i = width - 1; i >= 0; i--) {
            BigInteger[] step = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(step[1].intValue());
            rest = step[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException("does not fit");
        }
        return new String(text);
    }

    /** Empty for other characters. */
    static Optional<BigInteger> decode(String text) {
        var number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return Optional.of(number);
    }

    private Base62() {}
}
