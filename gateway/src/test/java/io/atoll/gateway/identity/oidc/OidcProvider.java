package io.atoll.gateway.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An OpenID provider with the checks that a real one makes, on the library of another house than
 * the one that the gateway uses. What it does wrong next is told it by POST /test/plan.
 */
public final class OidcProvider implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "atoll";
    static final String SECRET = "a secret: with/odd+signs?";
    static final String PUBLIC_URL = "http://localhost:18080";

    private final Map<String, AuthenticationRequest> codes = new HashMap<>();
    private final TokenForge forge = new TokenForge();
    private Vertx vertx;
    private String issuer = "";
    private JsonObject plan = new JsonObject();
    private int redeemed;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        var server = vertx.createHttpServer().requestHandler(this::handle);
        int port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
        issuer = "http://127.0.0.1:" + port + "/realm";
        return Map.ofEntries(
                Map.entry("atoll.oidc.issuer", issuer),
                Map.entry("atoll.oidc.client-id", CLIENT),
                Map.entry("atoll.oidc.client-secret", SECRET),
                Map.entry("atoll.oidc.public-url", PUBLIC_URL + "/"),
                Map.entry("atoll.oidc.name", "Reef ID"),
                Map.entry("atoll.oidc.roles", "staff=viewer, platform=operator"),
                Map.entry("atoll.oidc.groups", "cn=ops,dc=reef=x, night=night-watch"),
                Map.entry("atoll.oidc.key-pause", "0s"),
                Map.entry("atoll.oidc.timeout", "5s"),
                Map.entry("atoll.oidc.largest-answer", "64K"));
    }

    private void handle(HttpServerRequest request) {
        request.body()
                .onSuccess(
                        body -> {
                            try {
                                answer(request, body);
                            } catch (ParseException | JOSEException | java.io.IOException e) {
                                refuse(request, e.toString());
                            }
                        });
    }

    private void answer(HttpServerRequest request, Buffer body)
            throws ParseException, JOSEException, java.io.IOException {
        switch (request.path()) {
            case "/realm/.well-known/openid-configuration" -> json(request, document());
            case "/realm/keys" -> json(request, forge.keys());
            case "/realm/authorize" -> authorize(request);
            case "/realm/token" -> token(request, body);
            case "/test/plan" -> {
                plan = body.toJsonObject();
                if (plan.getBoolean("rotate", false)) {
                    forge.rotate();
                }
                json(request, new JsonObject());
            }
            case "/test/redeemed" -> json(request, new JsonObject().put("count", redeemed));
            case "/test/logout-token" ->
                    json(
                            request,
                            new JsonObject()
                                    .put(
                                            "token",
                                            forge.logout(issuer, CLIENT, body.toJsonObject())));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private JsonObject document() {
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("jwks_uri", issuer + "/keys")
                .put("authorization_response_iss_parameter_supported", true);
    }

    /** Signs somebody in without asking: who it is stands in the plan. */
    private void authorize(HttpServerRequest request) throws ParseException {
        var asked = AuthenticationRequest.parse(request.query());
        boolean right =
                asked.getClientID().getValue().equals(CLIENT)
                        && asked.getRedirectionURI()
                                .toString()
                                .equals(PUBLIC_URL + "/session/oidc/callback")
                        && asked.getCodeChallengeMethod().equals(CodeChallengeMethod.S256)
                        && asked.getState().getValue().length() >= 40
                        && asked.getNonce().getValue().length() >= 40;
        if (!right) {
            refuse(request, "not as registered");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String to =
                "%s?code=%s&state=%s&iss=%s"
                        .formatted(asked.getRedirectionURI(), code, asked.getState(), issuer);
        request.response().setStatusCode(302).putHeader("Location", to).end();
    }

    private void token(HttpServerRequest request, Buffer body)
            throws ParseException, JOSEException, java.io.IOException {
        redeemed++;
        if (misbehaves(request)) {
            return;
        }
        var asked = TokenRequest.parse(read(request, body));
        var client = (ClientSecretBasic) asked.getClientAuthentication();
        var grant = (AuthorizationCodeGrant) asked.getAuthorizationGrant();
        var from = codes.remove(grant.getAuthorizationCode().getValue());
        boolean right =
                from != null
                        && client.getClientID().getValue().equals(CLIENT)
                        && client.getClientSecret().getValue().equals(SECRET)
                        && grant.getRedirectionURI().equals(from.getRedirectionURI())
                        && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                                .equals(from.getCodeChallenge());
        if (!right) {
            refuse(request, "invalid_grant");
            return;
        }
        json(
                request,
                new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put(
                                "id_token",
                                forge.token(issuer, CLIENT, from.getNonce().getValue(), plan)));
    }

    private boolean misbehaves(HttpServerRequest request) {
        switch (plan.getString("token_endpoint", "")) {
            case "redirects" ->
                    request.response()
                            .setStatusCode(307)
                            .putHeader("Location", issuer + "/elsewhere")
                            .end();
            case "floods" -> request.response().end("{\"x\":\"" + "x".repeat(200_000) + "\"}");
            case "silent" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static HTTPRequest read(HttpServerRequest request, Buffer body)
            throws ParseException, java.io.IOException {
        URL url = URI.create("http://provider/token").toURL();
        var read = new HTTPRequest(HTTPRequest.Method.POST, url);
        read.setContentType(request.getHeader("Content-Type"));
        read.setAuthorization(request.getHeader("Authorization"));
        read.setBody(body.toString());
        return read;
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }

    private static void refuse(HttpServerRequest request, String why) {
        request.response().setStatusCode(400).end(new JsonObject().put("error", why).toBuffer());
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
