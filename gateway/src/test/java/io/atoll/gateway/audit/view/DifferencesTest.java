package io.atoll.gateway.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static List<AuditDifference> between(String before, String after) throws Exception {
        var json = new ObjectMapper();
        return Differences.between(json.readTree(before), json.readTree(after));
    }

    @Test
    void values_that_differ_are_named_by_their_pointer() throws Exception {
        var found =
                between(
                        "{\"a\":1,\"b\":{\"c/d\":\"x\"},\"l\":[1,2],\"same\":[{}]}",
                        "{\"b\":{\"c/d\":\"y\"},\"l\":[1,3,4],\"same\":[{}],\"n\":null}");
        assertThat(found)
                .extracting(AuditDifference::pointer)
                .containsExactly("/a", "/b/c~1d", "/l/1", "/l/2", "/n");
        assertThat(found.getFirst().after()).isNull();
    }

    @Test
    void what_was_made_or_removed_whole_has_no_differences() throws Exception {
        assertThat(between("null", "{\"a\":1}")).isEmpty();
        assertThat(between("{\"a\":1}", "null")).isEmpty();
    }
}
