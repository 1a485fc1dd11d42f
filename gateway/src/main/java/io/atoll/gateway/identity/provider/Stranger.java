package io.atoll.gateway.identity.provider;

import io.atoll.gateway.identity.access.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;

/**
 * Somebody whom the provider vouches for.
 *
 * @param subject never given to another at this issuer; a name may be
 * @param name of the user to make, where there is none yet
 * @param groups as the provider calls them
 */
public record Stranger(String issuer, String subject, String name, Set<String> groups) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");
    private static final int LONGEST_SUBJECT = 255;
    private static final int MOST_GROUPS = 1_000;

    public Stranger {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new ProviderAnswer("a token of nobody");
        }
        groups = Set.copyOf(groups);
    }

    static Stranger of(JwtClaims claims, Registration registration, OidcConfig config) {
        String subject = text(claims.getClaimValue("sub"));
        return new Stranger(
                registration.issuer(),
                subject,
                name(text(claims.getClaimValue(config.nameClaim())), subject),
                groups(claims.getClaimValue(config.groupsClaim())));
    }

    /**
     * The name in small letters and without what is behind an '@', else one made of the subject.
     */
    private static String name(String claimed, String subject) {
        String small = claimed.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
        String plain = small.replaceAll("[^a-z0-9._-]", "-");
        if (NAME.matcher(plain).matches()) {
            return plain;
        }
        byte[] hash = Ticket.sha256(subject.getBytes(StandardCharsets.UTF_8));
        return "user-" + HexFormat.of().formatHex(hash, 0, 8);
    }

    private static Set<String> groups(Object claim) {
        var groups = new TreeSet<String>();
        if (claim instanceof List<?> list) {
            list.stream().limit(MOST_GROUPS).map(Stranger::text).forEach(groups::add);
        }
        return groups;
    }

    private static String text(Object claim) {
        return claim instanceof String text ? text : "";
    }
}
