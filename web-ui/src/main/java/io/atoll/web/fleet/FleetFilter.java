package io.atoll.web.fleet;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.web.client.Query;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.look.Tone;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters to show; kept in the address, so that a view can be shared.
 *
 * @param status a tone: ok, busy, warn, bad, off
 * @param tag {@code key} or {@code key=value}
 * @param q part of name, id, description or tags
 */
public record FleetFilter(
        @QueryParam("q") @Nullable String q,
        @QueryParam("environment") @Nullable String environment,
        @QueryParam("status") @Nullable String status,
        @QueryParam("tag") @Nullable String tag) {

    static final FleetFilter ALL = new FleetFilter(null, null, null, null);

    public boolean isActive() {
        return set(q) || set(environment) || set(status) || set(tag);
    }

    boolean shows(ClusterView cluster) {
        return (!set(environment) || cluster.environment().equals(environment))
                && (!set(status) || PhaseLook.of(cluster).tone().toString().equals(status))
                && (!set(tag) || tagged(cluster))
                && (!set(q) || matches(cluster));
    }

    /** The address of the fleet with this filter but another status. */
    public String withStatus(Tone tone) {
        String wanted = tone.toString().equals(status) ? null : tone.toString();
        return new FleetFilter(q, environment, wanted, tag).on("/");
    }

    public boolean isStatus(Tone tone) {
        return tone.toString().equals(status);
    }

    public String on(String path) {
        return Query.on(path)
                .with("q", q)
                .with("environment", environment)
                .with("status", status)
                .with("tag", tag)
                .toString();
    }

    private boolean tagged(ClusterView cluster) {
        return cluster.tags().entrySet().stream()
                .anyMatch(
                        e ->
                                e.getKey().equals(tag)
                                        || (e.getKey() + "=" + e.getValue()).equals(tag));
    }

    private boolean matches(ClusterView cluster) {
        String all =
                cluster.name()
                        + ' '
                        + cluster.id()
                        + ' '
                        + (cluster.description() == null ? "" : cluster.description())
                        + ' '
                        + cluster.tags();
        return q != null
                && all.toLowerCase(Locale.ROOT).contains(q.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean set(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
