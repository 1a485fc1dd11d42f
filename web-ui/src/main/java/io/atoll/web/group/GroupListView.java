package io.atoll.web.group;

import io.atoll.contracts.group.GroupView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups tab.
 *
 * @param away why the list is missing; absent where it is not
 * @param next address of the next page, absent on the last
 */
public record GroupListView(
        List<GroupRow> groups,
        String search,
        String state,
        @Nullable String away,
        @Nullable String next) {

    static GroupListView of(
            String cluster,
            @Nullable String search,
            @Nullable String state,
            Partial<Answer<List<GroupView>>> answer) {
        Answer<List<GroupView>> listed = answer.value();
        String token = listed == null ? null : listed.nextToken();
        Query next =
                Query.on("/clusters/" + cluster + "/groups")
                        .with("q", search)
                        .with("state", state)
                        .with("token", token);
        return new GroupListView(
                listed == null ? List.of() : listed.body().stream().map(GroupRow::of).toList(),
                search == null ? "" : search,
                state == null ? "" : state,
                answer.reason(),
                token == null ? null : next.toString());
    }

    public boolean isSearch() {
        return !search.isBlank() || !state.isBlank();
    }
}
