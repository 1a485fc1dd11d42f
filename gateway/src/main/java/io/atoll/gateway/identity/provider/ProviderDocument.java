package io.atoll.gateway.identity.provider;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/**
 * What a provider says about itself.
 *
 * @param namesItself it adds its issuer to what it sends people back with (RFC 9207)
 * @param secretInBody it takes the client's secret in the form and not in a header
 */
record ProviderDocument(
        URI authorization, URI token, URI keys, boolean namesItself, boolean secretInBody) {

    /** Of another issuer than the one that was asked, or unsafe: refused. */
    static ProviderDocument of(JsonObject json, Registration registration) {
        if (!registration.issuer().equals(json.getValue("issuer"))) {
            throw new ProviderAnswer("its document is of another issuer");
        }
        JsonArray methods =
                json.getJsonArray("token_endpoint_auth_methods_supported", new JsonArray());
        return new ProviderDocument(
                uri(json, "authorization_endpoint"),
                uri(json, "token_endpoint"),
                uri(json, "jwks_uri"),
                json.getBoolean("authorization_response_iss_parameter_supported", false),
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic"));
    }

    private static URI uri(JsonObject json, String name) {
        if (!(json.getValue(name) instanceof String text)) {
            throw new ProviderAnswer("its document has no " + name);
        }
        try {
            return Registration.requireSafe(URI.create(text));
        } catch (IllegalArgumentException _) {
            throw new ProviderAnswer("its " + name + " is not safe to call");
        }
    }
}
