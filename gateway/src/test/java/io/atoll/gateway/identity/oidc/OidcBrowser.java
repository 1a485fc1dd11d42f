package io.atoll.gateway.identity.oidc;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** A browser that signs in by the provider, step by step. */
final class OidcBrowser {

    /**
     * On the way to the provider.
     *
     * @param address where the gateway sent it
     */
    record Way(String address, String cookie) {}

    String issuer() {
        return ConfigProvider.getConfig().getValue("atoll.oidc.issuer", String.class);
    }

    void plan(JsonObject plan) {
        given().body(plan.encode()).post(test("/test/plan")).then().statusCode(200);
    }

    int redeemed() {
        return given().get(test("/test/redeemed")).jsonPath().getInt("count");
    }

    Way begin(String next) {
        Response away =
                plain().header("Sec-Fetch-Site", "same-origin")
                        .queryParam("next", next)
                        .get("/session/oidc");
        away.then().statusCode(303);
        return new Way(away.header("Location"), away.cookie("atoll_oidc"));
    }

    /** The address that the provider sends it back to. */
    String authorize(Way way) {
        Response back = plain().urlEncodingEnabled(false).get(way.address());
        back.then().statusCode(302);
        return back.header("Location");
    }

    Response finish(String back, String cookie) {
        URI uri = URI.create(back);
        return plain().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "cross-site")
                .cookie("atoll_oidc", cookie)
                .get(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    Response signIn(String next) {
        Way way = begin(next);
        return finish(authorize(way), way.cookie());
    }

    String logoutToken(JsonObject claims) {
        return given().body(claims.encode())
                .post(test("/test/logout-token"))
                .jsonPath()
                .getString("token");
    }

    Response logout(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("logout_token", token)
                .post("/api/v1/auth/providers/oidc/logout");
    }

    static String code(String back) {
        return back.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    private String test(String path) {
        return issuer().replace("/realm", path);
    }

    private static RequestSpecification plain() {
        return given().redirects().follow(false);
    }
}
