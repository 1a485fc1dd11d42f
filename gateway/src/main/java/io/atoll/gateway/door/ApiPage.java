package io.atoll.gateway.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The page that shows the API, and the script that starts it, in place of those that Swagger UI
 * brings: they have the script in the page, which our policy for pages does not allow.
 */
@ApplicationScoped
class ApiPage {
    private static final String HTML = "text/html;charset=utf-8";

    private record File(String type, Buffer content) {}

    private final Map<String, File> files =
            Map.of(
                    "/swagger-ui", read("index.html", HTML),
                    "/swagger-ui/", read("index.html", HTML),
                    "/swagger-ui/index.html", read("index.html", HTML),
                    "/swagger-ui/start.js", read("start.js", "text/javascript;charset=utf-8"));

    /** False where the path is none of them. */
    boolean answered(RoutingContext ctx, String path) {
        File file = files.get(path);
        if (file == null) {
            return false;
        }
        ctx.response().putHeader("Content-Type", file.type()).end(file.content());
        return true;
    }

    private static File read(String name, String type) {
        try (var in = ApiPage.class.getResourceAsStream("/api-page/" + name)) {
            return new File(type, Buffer.buffer(Objects.requireNonNull(in, name).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
