package io.atoll.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionLabelTest {

    @ParameterizedTest
    @CsvSource({
        "topic.create, Topic: create",
        "user-group.add-member, User group: add member",
        "session.sign-in, Session: sign in",
        "UserGroupResource_setAll, User group: set all",
        "sign_in, Sign in",
        "page, Page",
        "(various), (various)"
    })
    void an_action_reads_as_plain_words_however_old_its_row_is(String action, String label) {
        assertThat(ActionLabel.of(action)).isEqualTo(label);
    }
}
