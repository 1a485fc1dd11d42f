package io.atoll.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.microprofile.openapi.OASFactory;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "TopicResource, create, topic.create",
        "UserGroupResource, delete, user-group.delete",
        "UserResource, setPassword, user.set-password",
        "OwnSessionResource, endOthers, own-session.end-others",
        "Probe, view, probe.view"
    })
    void aNounADotAndAVerb(String type, String method, String name) {
        assertThat(ActionNames.of(type, method)).isEqualTo(name);
    }

    @Test
    void twoOperationsOfOneIdFailTheBuild() throws Exception {
        var filter = new PermissionOpenApiFilter(Index.of(RequiresPermission.class));
        var document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
        for (String path : new String[] {"/a", "/b"}) {
            var operation = OASFactory.createOperation().operationId("TopicResource_create");
            document.getPaths()
                    .addPathItem(
                            path,
                            OASFactory.createPathItem().POST(filter.filterOperation(operation)));
            if (path.equals("/a")) {
                filter.filterOpenAPI(document);
            }
        }
        assertThatThrownBy(() -> filter.filterOpenAPI(document))
                .hasMessageContaining("topic.create");
    }
}
