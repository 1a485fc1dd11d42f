package io.atoll.registry.spec;

import java.text.Normalizer;
import java.util.Locale;

/** Makes an id from a display name. Pure. */
public final class Slug {

    private static final int LONGEST = 63;

    private Slug() {}

    /** Empty where the name has no letter or digit that an id can have. */
    public static String of(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("-+$", "");
    }
}
