package io.atoll.web.shell;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Static files; the hash in the path only serves caches, any hash gives the present files. */
@Path("/static/{hash}/{file}")
class StaticResource {

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private final Assets assets;

    StaticResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @NonBlocking
    public Response file(String hash, String file) {
        byte[] bytes = assets.file(file);
        if (bytes == null) {
            return Response.status(404).build();
        }
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return Response.ok(bytes)
                .header("Content-Type", TYPES.get(ending))
                .header("Cache-Control", cache(hash))
                .build();
    }

    private String cache(String hash) {
        return assets.prefix().endsWith(hash) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
