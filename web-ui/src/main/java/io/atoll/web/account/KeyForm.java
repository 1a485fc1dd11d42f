package io.atoll.web.account;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.atoll.contracts.key.RotateApiKeyRequest;
import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form that makes a key.
 *
 * @param scopes ticked
 * @param clusters ticked; none: all
 */
public record KeyForm(FormState state, Set<String> scopes, Set<String> clusters) {
    private static final Set<String> FIELDS = Set.of("name", "scopes", "clusters", "expires_at");
    private static final long LONGEST_DAYS = 366;

    static final KeyForm BLANK =
            new KeyForm(FormState.of(Map.of("days", "90")), Set.of(), Set.of());

    static KeyForm of(MultivaluedMap<String, String> form) {
        return new KeyForm(
                FormState.of(Map.of("name", first(form, "name"), "days", first(form, "days"))),
                all(form, "scopes"),
                all(form, "clusters"));
    }

    KeyForm refused(Problem problem) {
        return new KeyForm(state.refused(problem, FIELDS), scopes, clusters);
    }

    CreateApiKeyRequest request(Instant now) {
        Set<Permission> known =
                Arrays.stream(Permission.values())
                        .filter(p -> scopes.contains(p.name()))
                        .collect(Collectors.toSet());
        return new CreateApiKeyRequest(
                state.value("name"), known, clusters, now.plus(days(state.value("days"))));
    }

    static RotateApiKeyRequest rotation(MultivaluedMap<String, String> form) {
        String seconds = first(form, "overlap_seconds");
        return new RotateApiKeyRequest(
                seconds.matches("\\d{1,6}") ? Integer.valueOf(seconds) : null, null);
    }

    public boolean hasScope(String name) {
        return scopes.contains(name);
    }

    public boolean hasCluster(String id) {
        return clusters.contains(id);
    }

    private static Duration days(String value) {
        long days = value.matches("\\d{1,4}") ? Long.parseLong(value) : 90;
        return Duration.ofDays(Math.min(days, LONGEST_DAYS));
    }

    private static String first(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static Set<String> all(MultivaluedMap<String, String> form, String name) {
        return Set.copyOf(form.getOrDefault(name, List.of()));
    }
}
