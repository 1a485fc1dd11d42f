package io.atoll.gateway.door.route;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists in pages: each item once, no empty page, and a link to the next just where there is one.
 */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class PagedListsIT {

    private static final List<String> THREE = List.of("paged-1", "paged-2", "paged-3");

    private Tokens admin;

    @BeforeEach
    void signIn() {
        admin = Callers.admin();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void users(int size) {
        for (String name : THREE) {
            post("/api/v1/users", Map.of("name", name, "password", Callers.PASSWORD));
        }
        assertThat(walk("/api/v1/users?page_size=" + size, "name")).containsSubsequence(THREE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void user_groups(int size) {
        THREE.forEach(name -> post("/api/v1/user-groups", Map.of("name", name)));
        assertThat(walk("/api/v1/user-groups?page_size=" + size, "name"))
                .containsSubsequence(THREE);
    }

    @Test
    void all_on_one_page_have_no_link() {
        THREE.forEach(name -> post("/api/v1/user-groups", Map.of("name", name)));
        int all = as(admin).get("/api/v1/user-groups?page_size=1000").path("size()");
        var page = as(admin).get("/api/v1/user-groups?page_size=" + all);
        assertThat(page.header("Link")).isNull();
        assertThat((List<?>) page.path("name")).hasSize(all);
    }

    /** Made by now, by this test or another of this class. */
    private void post(String path, Map<String, ?> body) {
        int status = as(admin).contentType(ContentType.JSON).body(body).post(path).statusCode();
        assertThat(status).isIn(201, 409);
    }

    private List<String> walk(String first, String field) {
        var seen = new ArrayList<String>();
        String next = first;
        while (next != null) {
            Response page = as(admin).urlEncodingEnabled(false).get(next);
            List<String> items = page.then().statusCode(200).extract().path(field);
            assertThat(items).isNotEmpty();
            seen.addAll(items);
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }
}
