package io.atoll.web.grant;

import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.RoleClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks what can be granted, and where. */
@ApplicationScoped
public class GrantChoicesFactory {

    private final RoleClient roles;
    private final ClusterClient clusters;

    GrantChoicesFactory(RoleClient roles, ClusterClient clusters) {
        this.roles = roles;
        this.clusters = clusters;
    }

    /** Without the clusters a grant can still be given: names are typed then. */
    public Uni<GrantChoices> choices() {
        return Uni.combine()
                .all()
                .unis(roles.list(), Partial.of(clusters.list()))
                .with((all, known) -> GrantChoices.of(all, known.or(List.of())));
    }
}
