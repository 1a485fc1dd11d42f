package io.atoll.web.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.topic.TopicView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.TopicClient;
import io.atoll.web.client.TopicListing;
import io.atoll.web.cluster.ClusterFrame;
import io.atoll.web.cluster.ClusterPages;
import io.atoll.web.form.FormState;
import io.atoll.web.shell.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Browses records: what is asked for is in the address, so a view can be shared. */
@Path("/clusters/{id}/messages")
@Produces(MediaType.TEXT_HTML)
class MessageResource {

    private static final TopicListing CHOICE = new TopicListing(null, false, 1000, null);

    @CheckedTemplate(basePath = "message")
    static class Templates {
        static native TemplateInstance messages(Page page, ClusterFrame frame, MessageView view);

        static native TemplateInstance messages$results(
                Page page, ClusterFrame frame, MessageView view);

        private Templates() {}
    }

    private final ClusterPages pages;
    private final TopicClient topics;
    private final ObjectMapper mapper;

    MessageResource(ClusterPages pages, TopicClient topics, ObjectMapper mapper) {
        this.pages = pages;
        this.topics = topics;
        this.mapper = mapper;
    }

    @GET
    public Uni<TemplateInstance> messages(
            String id, @BeanParam ReadRequest request, @RestQuery @Nullable String part) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(id, "messages", "Messages"),
                        part == null
                                ? Partial.of(topics.list(id, CHOICE))
                                : MessageResource.<Answer<List<TopicView>>>none(),
                        read(id, request))
                .with(
                        (opened, list, result) -> {
                            MessageView view = view(request, list, result);
                            return part == null
                                    ? Templates.messages(opened.page(), opened.frame(), view)
                                    : Templates.messages$results(
                                            opened.page(), opened.frame(), view);
                        });
    }

    private static MessageView view(
            ReadRequest request,
            Partial<Answer<List<TopicView>>> list,
            Partial<ReadResult> result) {
        Answer<List<TopicView>> listed = list.value();
        String away = result.reason() == null ? list.reason() : result.reason();
        return new MessageView(
                request,
                listed == null ? List.of() : listed.body(),
                result.value(),
                away,
                FormState.of(Map.of("topic", request.topic() == null ? "" : request.topic())));
    }

    private Uni<Partial<ReadResult>> read(String id, ReadRequest request) {
        if (!request.hasTopic()) {
            return none();
        }
        return Partial.of(
                topics.consume(request.query(id))
                        .map(v -> ReadResult.of(v, RecordLook.of(v.records(), mapper))));
    }

    private static <T> Uni<Partial<T>> none() {
        return Uni.createFrom().item(new Partial<>(null, null));
    }
}
