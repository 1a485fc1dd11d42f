package io.atoll.contracts.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a caller may do: all of its grants that are in effect. The one place that decides. */
public record Rights(List<Grant> grants) {

    public Rights {
        grants = List.copyOf(grants);
    }

    /** Whatever the names of what is in the cluster: a grant for some names does not count. */
    public boolean may(Permission permission, ClusterScope scope) {
        return on(scope).anyMatch(g -> g.givesWhole(permission));
    }

    /** On the topic, group or queue of this name. */
    public boolean may(Permission permission, ClusterScope scope, String name) {
        return on(scope).anyMatch(g -> g.givesFor(permission, name));
    }

    /** For some names at least: what is answered must be held against each name. */
    public boolean maySome(Permission permission, ClusterScope scope) {
        return on(scope).anyMatch(g -> g.gives(permission));
    }

    /** On some cluster at least, for some names at least. */
    public boolean mayAnywhere(Permission permission) {
        return grants.stream().anyMatch(g -> g.gives(permission));
    }

    /** On all clusters, those to come included. */
    public boolean mayEverywhere(Permission permission) {
        return grants.stream().anyMatch(g -> g.isEverywhere() && g.gives(permission));
    }

    /** What is given on at least one cluster. */
    public Set<Permission> permissions() {
        var all = new TreeSet<Permission>();
        for (Permission permission : Permission.values()) {
            if (mayAnywhere(permission)) {
                all.add(permission);
            }
        }
        return all;
    }

    /** Of the permissions about a cluster itself, those on this one. */
    public Set<Permission> onCluster(ClusterScope scope) {
        var all = EnumSet.noneOf(Permission.class);
        on(scope)
                .flatMap(g -> g.permissions().stream().filter(g::givesWhole))
                .filter(p -> p.resource() == Permission.Resource.CLUSTER)
                .forEach(all::add);
        return all;
    }

    /** Of the permissions about topics, groups or queues, those on the one of this name. */
    public Set<Permission> onName(Permission.Resource resource, ClusterScope scope, String name) {
        var all = EnumSet.noneOf(Permission.class);
        on(scope)
                .flatMap(g -> g.permissions().stream().filter(p -> g.givesFor(p, name)))
                .filter(p -> p.resource() == resource)
                .forEach(all::add);
        return all;
    }

    /**
     * What is left under limits: never more than before.
     *
     * @param clusters ids; empty: no limit
     */
    public Rights limitedTo(Set<Permission> permissions, Set<String> clusters) {
        var left = new ArrayList<Grant>();
        for (Grant grant : grants) {
            var held = EnumSet.noneOf(Permission.class);
            held.addAll(grant.permissions());
            held.retainAll(permissions);
            if (held.isEmpty()) {
                continue;
            }
            String own = grant.cluster();
            if (clusters.isEmpty() || (own != null && clusters.contains(own))) {
                left.add(limited(grant, held, own));
            } else if (own == null) {
                clusters.stream().sorted().forEach(c -> left.add(limited(grant, held, c)));
            }
        }
        return new Rights(left);
    }

    private static Grant limited(Grant grant, Set<Permission> held, @Nullable String cluster) {
        return new Grant(
                grant.role(), held, grant.environment(), grant.tag(), cluster, grant.names());
    }

    private Stream<Grant> on(ClusterScope scope) {
        return grants.stream().filter(g -> g.covers(scope));
    }
}
