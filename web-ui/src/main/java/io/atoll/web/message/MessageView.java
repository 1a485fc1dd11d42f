package io.atoll.web.message;

import io.atoll.contracts.topic.TopicView;
import io.atoll.web.form.FormState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages tab.
 *
 * @param result absent where nothing was read
 * @param away why there is nothing to read or choose from; absent where all is well
 */
public record MessageView(
        ReadRequest request,
        List<TopicView> topics,
        @Nullable ReadResult result,
        @Nullable String away,
        FormState form) {

    /** True where the topic asked for is not in the list, which is bounded. */
    public boolean unlisted() {
        return request.hasTopic() && topics.stream().noneMatch(t -> request.isTopic(t.name()));
    }
}
