package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text that templates, expression languages or browsers would run if they took it for theirs. */
final class Hostile {

    private static final String BEGIN = "hostile-7f3a";
    static final String TEXT =
            BEGIN
                    + "{config:quarkus.http.host}{inject:engine}{cdi:engine.x}{page.title}"
                    + "${7*7}#{7*7}<script>alert(9)</script>\"onload='alert(9)'";
    static final String ESCAPED =
            TEXT.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");

    private static final String IN_A_LINK = URLEncoder.encode(TEXT, StandardCharsets.UTF_8);
    private static final String IN_A_PATH = IN_A_LINK.replace("+", "%20");

    /** Wherever it is in a page, it is all there and harmless. */
    static void assertOnlyShown(String html) {
        for (int at = html.indexOf(BEGIN); at >= 0; at = html.indexOf(BEGIN, at + 1)) {
            int from = at;
            assertThat(List.of(ESCAPED, IN_A_LINK, IN_A_PATH))
                    .as(html.substring(at, Math.min(html.length(), at + ESCAPED.length())))
                    .anyMatch(harmless -> html.startsWith(harmless, from));
        }
    }

    private Hostile() {}
}
