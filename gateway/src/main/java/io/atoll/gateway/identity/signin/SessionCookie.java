package io.atoll.gateway.identity.signin;

import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.session.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/** The cookie of a browser session. */
@ApplicationScoped
class SessionCookie {
    private static final String NAME = Visitor.SESSION_COOKIE;

    private final GatewayConfig gateway;
    private final SessionConfig session;

    SessionCookie(GatewayConfig gateway, SessionConfig session) {
        this.gateway = gateway;
        this.session = session;
    }

    NewCookie holding(Ticket ticket) {
        return cookie(ticket.wire(), (int) session.browserLife().toSeconds());
    }

    NewCookie removed() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(gateway.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
