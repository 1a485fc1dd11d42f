package io.atoll.web.shell;

import io.atoll.web.client.Partial;
import io.atoll.web.client.access.AccountClient;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.Page.Section;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Makes the frame of a page for whoever asks for it. */
@ApplicationScoped
public class PageFactory {

    private final AccountClient access;
    private final Assets assets;
    private final InstantSource clock;

    PageFactory(AccountClient access, Assets assets, InstantSource clock) {
        this.access = access;
        this.assets = assets;
        this.clock = clock;
    }

    public Uni<Page> open(String title, Section section, Crumb... crumbs) {
        return Partial.of(access.me())
                .map(me -> framed(title, section, new Viewer(me.value()), crumbs));
    }

    /** A frame without a visitor, for the pages that need no sign-in. */
    public Page bare(String title) {
        return framed(title, Section.NONE, Viewer.NOBODY);
    }

    private Page framed(String title, Section section, Viewer viewer, Crumb... crumbs) {
        return new Page(
                title, section, null, List.of(crumbs), viewer, clock.instant(), assets.prefix());
    }
}
