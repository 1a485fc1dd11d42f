package io.atoll.web.elevation;

import io.atoll.contracts.grant.ElevationView;
import io.atoll.contracts.grant.GrantView;
import io.atoll.web.form.FormState;
import io.atoll.web.grant.GrantLook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A grant that waits, or is in effect, with the form that asks for it. */
public record ElevationRow(ElevationView view, GrantLook look, FormState form) {

    /**
     * @param sent the form that was refused, shown with the grant that it names
     */
    static List<ElevationRow> of(List<ElevationView> all, FormState sent, Instant now) {
        return all.stream().map(v -> of(v, sent, now)).toList();
    }

    private static ElevationRow of(ElevationView view, FormState sent, Instant now) {
        GrantView grant = view.grant();
        boolean own = sent.is("grant", grant.id());
        return new ElevationRow(
                view,
                new GrantLook(grant, now),
                own ? sent : FormState.of(Map.of("minutes", String.valueOf(most(grant)))));
    }

    public boolean lasts() {
        return view.endsAt() != null;
    }

    public String id() {
        return view.grant().id();
    }

    /** Minutes that it can be asked for at once. */
    public int most() {
        return most(view.grant());
    }

    private static int most(GrantView grant) {
        Integer minutes = grant.elevationMinutes();
        return minutes == null ? 0 : minutes;
    }
}
