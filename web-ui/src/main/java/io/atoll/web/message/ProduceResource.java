package io.atoll.web.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.Query;
import io.atoll.web.client.TopicClient;
import io.atoll.web.shell.Toasts;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Writes one record. */
@Path("/clusters/{id}/messages")
@Produces(MediaType.TEXT_HTML)
class ProduceResource {

    private final TopicClient topics;
    private final ObjectMapper mapper;
    private final Toasts toasts;

    ProduceResource(TopicClient topics, ObjectMapper mapper, Toasts toasts) {
        this.topics = topics;
        this.mapper = mapper;
        this.toasts = toasts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> produce(
            String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return Uni.createFrom()
                .item(() -> ProduceForm.request(form, mapper))
                .flatMap(request -> topics.produce(id, request))
                .map(view -> done(id, view, headers))
                .onFailure(ProduceForm.NotJson.class)
                .recoverWithItem(wrong -> refused("The value " + wrong.getMessage()))
                .onFailure(ProduceResource::aboutFields)
                .recoverWithItem(failure -> refused(((ApiFailure) failure).words()));
    }

    private Response done(String id, ProduceView view, HttpHeaders headers) {
        ProduceView.Offset at = view.offsets().getFirst();
        String page =
                Query.on("/clusters/" + id + "/messages").with("topic", view.topic()).toString();
        String words =
                "Written to "
                        + view.topic()
                        + ", partition "
                        + at.partition()
                        + ", offset "
                        + at.offset();
        return toasts.done(headers, words, page);
    }

    private static boolean aboutFields(Throwable failure) {
        return failure instanceof ApiFailure refused
                && !refused.problem().errors().isEmpty()
                && refused.status() != 401;
    }

    private Response refused(String words) {
        return toasts.on(
                Response.status(422).entity(words).type(MediaType.TEXT_PLAIN), "error", words);
    }
}
