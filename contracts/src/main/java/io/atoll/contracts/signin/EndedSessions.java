package io.atoll.contracts.signin;

import io.atoll.contracts.audit.Audited;
import java.util.List;

/** Sign-ins of a user that somebody ended, for the audit. */
public record EndedSessions(List<SessionView> sessions) implements Audited {

    public EndedSessions {
        sessions = List.copyOf(sessions);
    }
}
