package io.atoll.web.grant;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.grant.GrantView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A grant in words.
 *
 * @param now the time that it is looked at
 */
public record GrantLook(GrantView grant, Instant now) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public static List<GrantLook> of(List<GrantView> grants, Instant now) {
        return grants.stream().map(g -> new GrantLook(g, now)).toList();
    }

    /** Those that a caller has at the moment; nothing more is known of them. */
    public static List<GrantLook> inEffect(List<Grant> grants, Instant now) {
        return grants.stream().map(g -> new GrantLook(view(g), now)).toList();
    }

    private static GrantView view(Grant grant) {
        return new GrantView(
                "",
                grant.role(),
                grant.environment(),
                grant.tag(),
                grant.cluster(),
                grant.names(),
                null,
                null);
    }

    /** For example: operator on environment prod · topics orders-* · until 3 Dec. */
    public String words() {
        return Stream.of(grant.role() + " on " + where(), names(), ends(), asked())
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public String where() {
        if (grant.environment() != null) {
            return "environment " + grant.environment();
        }
        if (grant.tag() != null) {
            return "clusters tagged " + grant.tag();
        }
        return grant.cluster() == null ? "all clusters" : "cluster " + grant.cluster();
    }

    /** Empty where all names are meant. */
    public String names() {
        NamePattern names = grant.names();
        return names == null ? "" : names.resource().wire() + "s " + names.pattern();
    }

    /** Empty for a grant without an end. */
    public String ends() {
        Instant end = grant.expiresAt();
        return end == null ? "" : (isOver() ? "ended " : "until ") + day(end);
    }

    /** Empty for a grant that is in effect by itself. */
    public String asked() {
        Integer minutes = grant.elevationMinutes();
        return minutes == null ? "" : "when asked for, at most " + minutes + " min";
    }

    public boolean isOver() {
        Instant end = grant.expiresAt();
        return end != null && !end.isAfter(now);
    }

    private String day(Instant end) {
        boolean thisYear = year(end) == year(now);
        return (thisYear ? DAY : DAY_OF_YEAR).format(end);
    }

    private static int year(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).getYear();
    }
}
