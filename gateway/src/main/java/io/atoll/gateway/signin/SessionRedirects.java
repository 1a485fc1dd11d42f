package io.atoll.gateway.signin;

import io.atoll.gateway.access.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where browsers go after a form; always a path of this site. */
@ApplicationScoped
class SessionRedirects {
    private final SessionCookie cookie;

    SessionRedirects(SessionCookie cookie) {
        this.cookie = cookie;
    }

    RestResponse<Void> signedIn(Ticket ticket, @Nullable String next) {
        return seeOther(SafeNext.of(next), Optional.of(cookie.holding(ticket)));
    }

    RestResponse<Void> signedOut() {
        return seeOther("/signin", Optional.of(cookie.removed()));
    }

    /**
     * @param why word for the sign-in page
     */
    RestResponse<Void> failed(String why, @Nullable String next) {
        String back = URLEncoder.encode(SafeNext.of(next), StandardCharsets.UTF_8);
        return seeOther("/signin?error=" + why + "&next=" + back, Optional.empty());
    }

    /** The header is set as text: a URI would become absolute by a host the caller names. */
    private static RestResponse<Void> seeOther(String path, Optional<NewCookie> cookie) {
        var answer =
                RestResponse.ResponseBuilder.<Void>create(303)
                        .header("Location", path)
                        .header("Cache-Control", "no-store");
        cookie.ifPresent(answer::cookie);
        return answer.build();
    }
}
