package io.atoll.web.shell;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.signin.MeView;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page. What they may not do is not offered; the services refuse it anyway.
 *
 * @param me absent where it could not be found out: then nothing but reading is offered
 */
public record Viewer(@Nullable MeView me) {

    public static final Viewer NOBODY = new Viewer(null);

    public String name() {
        return me == null ? "Not known" : me.name();
    }

    /** A user, and not a key. */
    public boolean person() {
        return me != null && me.kind().equals("user");
    }

    /** Up to two letters for the badge. */
    public String initials() {
        String name = name();
        return name.substring(0, Math.min(2, name.length()));
    }

    /** The most powerful role, as a word. */
    public String role() {
        return grants().stream()
                .max(Comparator.comparing(g -> g.permissions().size()))
                .map(Grant::role)
                .orElse("no role");
    }

    /** True where it is allowed on at least one cluster. */
    public boolean may(String permission) {
        return me != null && me.permissions().contains(Permission.valueOf(permission));
    }

    /** True where it is allowed on all clusters, as what is about Atoll itself must be. */
    public boolean mayEverywhere(String permission) {
        return new Rights(grants()).mayEverywhere(Permission.valueOf(permission));
    }

    public boolean mayOn(Permission permission, ClusterView cluster) {
        ClusterScope scope = new ClusterScope(cluster.id(), cluster.environment(), cluster.tags());
        return new Rights(grants()).maySome(permission, scope);
    }

    /** Those in effect. */
    public List<Grant> grants() {
        return me == null ? List.of() : me.grants();
    }
}
