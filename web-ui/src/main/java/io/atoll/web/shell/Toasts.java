package io.atoll.web.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.atoll.web.client.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** Tells the visitor how an action went: as an event to the page's script, or as a fresh page. */
@ApplicationScoped
public class Toasts {

    private final ObjectWriter ascii;

    Toasts(ObjectMapper mapper) {
        this.ascii = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    }

    /**
     * @param tone success or error
     */
    public Response on(Response.ResponseBuilder answer, String tone, String words) {
        return answer.header("HX-Trigger", trigger(tone, words)).build();
    }

    /** For scripts: a toast where the visitor is. Without them: the page that shows the result. */
    public Response done(HttpHeaders headers, String words, String page) {
        if (headers.getHeaderString("HX-Request") == null) {
            return Response.seeOther(URI.create(page)).build();
        }
        return on(Response.noContent(), "success", words);
    }

    /**
     * Leads to another page, which says what was done.
     *
     * @param did one of the keys of {@code did} in toast.js
     */
    public static Response go(HttpHeaders headers, String page, String did, String name) {
        return go(headers, Query.on(page).with(did, name).toString());
    }

    /** Leads to another page, whether asked by a script or by a form. */
    public static Response go(HttpHeaders headers, String page) {
        return headers.getHeaderString("HX-Request") == null
                ? Response.seeOther(URI.create(page)).build()
                : Response.noContent().header("HX-Redirect", page).build();
    }

    public String trigger(String tone, String words) {
        try {
            return ascii.writeValueAsString(
                    Map.of("atoll:toast", Map.of("tone", tone, "words", words)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
