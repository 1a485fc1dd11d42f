package io.atoll.web.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one page.
 *
 * @param title of the document, without the product's name
 * @param section the part of the product that is lit in the bar
 * @param cluster id of the cluster that this page is about
 * @param now the time that ages are told from
 * @param assets prefix of static files
 */
public record Page(
        String title,
        Section section,
        @Nullable String cluster,
        List<Crumb> crumbs,
        Viewer viewer,
        Instant now,
        String assets) {

    /** Parts of the product, as in the bar. */
    public enum Section {
        FLEET,
        TEMPLATES,
        EVENTS,
        ACCESS,
        AUDIT,
        NONE
    }

    /**
     * A step on the way here.
     *
     * @param href absent: this page
     */
    public record Crumb(String label, @Nullable String href) {}

    /** Names of the stream's events, which a browser must know to hear them. */
    public String eventTypes() {
        return EventTypes.ALL;
    }
}
