package io.atoll.gateway.door;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.door.rule.KeyPlaces;
import io.atoll.gateway.door.rule.PasswordDue;
import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.refusal.Unauthenticated;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets requests for pages through to web-ui, or to the sign-in page where nobody is signed in. */
@ApplicationScoped
class PageDoor {
    private static final String SIGN_IN = "/signin";

    private final Guard guard;
    private final Onward onward;
    private final Answers answers;
    private final Witness witness;
    private final GatewayConfig config;

    PageDoor(Guard guard, Onward onward, Answers answers, Witness witness, GatewayConfig config) {
        this.witness = witness;
        this.guard = guard;
        this.onward = onward;
        this.answers = answers;
        this.config = config;
    }

    void enter(RoutingContext ctx, String path) {
        boolean asset = isAsset(path);
        Door.nameInMetrics(ctx, asset ? "/static" : "/page");
        if (asset) {
            guard.unidentified(
                    ctx, () -> onward.toWeb(ctx, Optional.empty(), h -> headers(h, true)));
            return;
        }
        witness.follow(ctx, Deed.PAGE);
        SecurityHeaders.forPage(ctx.response().headers(), config.secureCookies());
        guard.identify(ctx, identity -> enterPage(ctx, path, identity));
    }

    private void enterPage(RoutingContext ctx, String path, Optional<Identity> identity) {
        identity.ifPresent(KeyPlaces::requireNone);
        if (identity.isPresent() && identity.get().passwordDue() && !isOpen(path)) {
            toNewPassword(ctx, identity.get());
        } else if (identity.isPresent()) {
            Runnable on = () -> onward.toWeb(ctx, identity, h -> headers(h, false));
            guard.counted(ctx, identity.get(), LimitClass.PAGE, () -> witness.before(ctx, on));
        } else if (path.equals(SIGN_IN)) {
            onward.toWeb(ctx, identity, h -> headers(h, false));
        } else if (ctx.request().getHeader("HX-Request") != null) {
            ctx.response().putHeader("HX-Redirect", SIGN_IN);
            throw new Unauthenticated();
        } else if (Visitor.isSafe(ctx.request())) {
            answers.redirect(ctx, SIGN_IN + "?next=" + encode(Visitor.pathAndQuery(ctx.request())));
        } else {
            throw new Unauthenticated();
        }
    }

    private static boolean isOpen(String path) {
        return path.equals(PasswordDue.PAGE) || path.equals(SIGN_IN);
    }

    private void toNewPassword(RoutingContext ctx, Identity identity) {
        if (ctx.request().getHeader("HX-Request") != null) {
            ctx.response().putHeader("HX-Redirect", PasswordDue.PAGE);
        } else if (Visitor.isSafe(ctx.request())) {
            answers.redirect(ctx, PasswordDue.PAGE);
            return;
        }
        PasswordDue.requireNone(identity);
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/static/")
                || path.startsWith("/webjars/")
                || path.equals("/favicon.ico");
    }

    private void headers(MultiMap headers, boolean asset) {
        SecurityHeaders.forPage(headers, config.secureCookies());
        if (!asset && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
