package io.atoll.contracts.audit;

import io.atoll.contracts.signin.SessionView;
import java.util.List;

/** Sign-ins of a user that somebody ended, for the audit. */
public record EndedSessions(List<SessionView> sessions) implements Audited {

    public EndedSessions {
        sessions = List.copyOf(sessions);
    }
}
