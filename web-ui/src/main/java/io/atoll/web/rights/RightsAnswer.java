package io.atoll.web.rights;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RightsView;
import io.atoll.contracts.grant.RightsView.Because;
import io.atoll.contracts.grant.RightsView.Held;
import io.atoll.web.role.PermissionWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the user may do, as a sentence and as rows.
 *
 * @param hints what comes near, where the one thing asked about is not given
 */
public record RightsAnswer(RightsQuestion question, RightsView view, RightsHints hints) {

    /** A permission and what gives it; nothing does where the list is empty. */
    public record Row(Permission permission, List<Because> because) {

        public String words() {
            return PermissionWords.of(permission);
        }

        public boolean given() {
            return !because.isEmpty();
        }
    }

    /** One permission was asked about, and it is not given. */
    boolean isRefusal() {
        return question.asked().filter(p -> because(p).isEmpty()).isPresent();
    }

    public List<Row> rows() {
        Optional<Permission> asked = question.asked();
        Map<Permission, List<Because>> held = held();
        return Arrays.stream(Permission.values())
                .filter(p -> asked.isEmpty() || asked.get() == p)
                .map(p -> new Row(p, held.getOrDefault(p, List.of())))
                .filter(r -> r.given() || asked.isPresent() || question.showsMissing())
                .toList();
    }

    /** True where the answer is yes, to the one thing or to anything. */
    public boolean yes() {
        return !view.disabled() && !isRefusal() && !view.permissions().isEmpty();
    }

    public String sentence() {
        String told = question.asked().map(this::sentence).orElseGet(this::count);
        return view.disabled()
                ? told + " But " + view.user() + " is disabled: none of this is in effect."
                : told;
    }

    private String sentence(Permission permission) {
        String words = PermissionWords.of(permission);
        return isRefusal()
                ? view.user() + " may not " + words + nowhere() + ": no grant in effect gives it."
                : view.user() + " may " + words + where() + ".";
    }

    private String count() {
        int held = view.permissions().size();
        return held == 0
                ? view.user() + " may do nothing" + nowhere() + ": no grant in effect reaches it."
                : view.user()
                        + " has "
                        + held
                        + " of "
                        + Permission.values().length
                        + " permissions"
                        + where()
                        + ".";
    }

    private String where() {
        if (view.cluster() == null) {
            return " on at least one cluster";
        }
        String name = view.resource();
        return (name == null ? "" : " for “" + name + "”") + " on cluster " + view.cluster();
    }

    private String nowhere() {
        return view.cluster() == null ? " on any cluster" : where();
    }

    private List<Because> because(Permission permission) {
        return held().getOrDefault(permission, List.of());
    }

    private Map<Permission, List<Because>> held() {
        return view.permissions().stream()
                .collect(Collectors.toMap(Held::permission, Held::because));
    }
}
