package io.atoll.gateway.identity.key;

import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.atoll.contracts.key.IssuedApiKeyView;
import io.atoll.contracts.key.RotateApiKeyRequest;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.kit.access.SignedInRoute;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** API keys, for people: a key is refused here. */
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {
    private final KeyService keys;
    private final KeyQueries queries;
    private final KeyRights rights;
    private final Rules rules;

    ApiKeyResource(KeyService keys, KeyQueries queries, KeyRights rights, Rules rules) {
        this.keys = keys;
        this.queries = queries;
        this.rights = rights;
        this.rules = rules;
    }

    /**
     * One's own keys, by id. With API_KEY_MANAGE those of {@code owner}, or of everybody, {@code
     * *}. The token of a page is the id that it comes after.
     */
    @GET
    @SignedInRoute(reason = "the keys of others need API_KEY_MANAGE, asked for inside")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<RestResponse<List<ApiKeyView>>> list(
            @RestQuery Optional<String> owner,
            @BeanParam PageParameters page,
            @Context UriInfo uri) {
        rules.requireParameters(page);
        return queries.page(rights.owner(owner), page)
                .map(all -> NextLink.page(all, page, uri, ApiKeyView::id));
    }

    /** Makes a key of one's own. The answer is the only one with its secret. */
    @POST
    @ResponseStatus(201)
    @SignedInRoute(reason = "a key may no more than who makes it")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<IssuedApiKeyView> create(CreateApiKeyRequest request) {
        return keys.create(rights.self(), request);
    }

    /** One key, without its secret. */
    @GET
    @Path("/{id}")
    @SignedInRoute(reason = "the keys of others need API_KEY_MANAGE, asked for inside")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<ApiKeyView> get(String id) {
        return keys.get(id).invoke(rights::requireVisible);
    }

    /** Revokes a key: it is refused everywhere within 5 s. */
    @DELETE
    @Path("/{id}")
    @SignedInRoute(reason = "the keys of others need API_KEY_MANAGE, asked for inside")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> revoke(String id) {
        return keys.get(id).invoke(rights::requireVisible).chain(keys::revoke);
    }

    /** Gives a key of one's own a new secret; the one of now works until the overlap ends. */
    @POST
    @Path("/{id}/rotate")
    @SignedInRoute(reason = "only the owner may")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<IssuedApiKeyView> rotate(String id, RotateApiKeyRequest request) {
        return keys.get(id).invoke(rights::requireOwn).chain(k -> keys.rotate(k, request));
    }
}
