package io.atoll.gateway.door.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Serves the OpenAPI document of the whole suite at /openapi. Made when first asked for. */
@ApplicationScoped
class MergedDocument {
    private final Documents documents;
    private final ObjectMapper mapper;
    private volatile @Nullable Buffer text;

    MergedDocument(Documents documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        router.get("/openapi")
                .order(-1)
                .handler(
                        ctx ->
                                ctx.response()
                                        .putHeader("Content-Type", "application/json")
                                        .end(text()));
    }

    private Buffer text() {
        Buffer known = text;
        if (known == null) {
            known = merge();
            text = known;
        }
        return known;
    }

    private Buffer merge() {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(DocumentMerger.merge(documents.all())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
