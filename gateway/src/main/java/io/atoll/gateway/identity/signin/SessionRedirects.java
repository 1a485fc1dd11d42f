package io.atoll.gateway.identity.signin;

import io.atoll.gateway.identity.access.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where browsers go after a form: a path of this site, or a provider that is configured. */
@ApplicationScoped
public class SessionRedirects {
    private final SessionCookie cookie;

    SessionRedirects(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** The path as given where it surely stays on this site, else the first page. */
    public static String safe(@Nullable String next) {
        return SafeNext.of(next);
    }

    RestResponse<Void> signedIn(Ticket ticket, @Nullable String next) {
        return signedIn(ticket, next, List.of());
    }

    /**
     * @param others cookies besides that of the session
     */
    public RestResponse<Void> signedIn(
            Ticket ticket, @Nullable String next, List<NewCookie> others) {
        var cookies = new ArrayList<>(others);
        cookies.add(cookie.holding(ticket));
        return seeOther(SafeNext.of(next), cookies);
    }

    /** To a provider of the configuration: the one redirect that leaves this site. */
    public RestResponse<Void> away(String provider, NewCookie kept) {
        return seeOther(provider, List.of(kept));
    }

    RestResponse<Void> signedOut() {
        return seeOther("/signin", List.of(cookie.removed()));
    }

    /**
     * @param why word for the sign-in page
     */
    public RestResponse<Void> failed(String why, @Nullable String next) {
        String back = URLEncoder.encode(SafeNext.of(next), StandardCharsets.UTF_8);
        return seeOther("/signin?error=" + why + "&next=" + back, List.of());
    }

    /** The header is set as text: a URI would become absolute by a host the caller names. */
    private static RestResponse<Void> seeOther(String path, List<NewCookie> cookies) {
        var answer =
                RestResponse.ResponseBuilder.<Void>create(303)
                        .header("Location", path)
                        .header("Cache-Control", "no-store");
        answer.cookie(cookies.toArray(NewCookie[]::new));
        return answer.build();
    }
}
