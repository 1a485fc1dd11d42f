package io.atoll.web.topic;

import io.atoll.contracts.topic.TopicView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.Query;
import io.atoll.web.client.TopicListing;
import io.atoll.web.form.FormState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics tab.
 *
 * @param away why the list is missing; absent where it is not
 * @param next address of the next page, absent on the last
 */
public record TopicListView(
        List<TopicView> topics,
        TopicListing listing,
        FormState form,
        @Nullable String away,
        @Nullable String next) {

    static TopicListView of(
            String cluster,
            TopicListing listing,
            Partial<Answer<List<TopicView>>> answer,
            FormState form) {
        Answer<List<TopicView>> listed = answer.value();
        String token = listed == null ? null : listed.nextToken();
        String next =
                token == null
                        ? null
                        : Query.on("/clusters/" + cluster + "/topics")
                                .with("q", listing.search())
                                .with("internal", listing.internal() ? "true" : null)
                                .with("token", token)
                                .toString();
        return new TopicListView(
                listed == null ? List.of() : listed.body(), listing, form, answer.reason(), next);
    }

    public boolean isSearch() {
        String search = listing.search();
        return search != null && !search.isBlank();
    }

    public String search() {
        String search = listing.search();
        return search == null ? "" : search;
    }
}
