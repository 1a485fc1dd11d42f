package io.atoll.web.limit;

import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.LimitClient;
import io.atoll.web.form.FormState;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of one limit, with two forms: the limit itself, and one more override. */
@ApplicationScoped
class LimitPages {

    @CheckedTemplate(basePath = "limit")
    static class Templates {
        static native TemplateInstance edit(
                Page page,
                LimitLook look,
                FormState form,
                FormState more,
                OverrideLook.Shown overrides);

        private Templates() {}
    }

    private final PageFactory pages;
    private final LimitClient limits;

    LimitPages(PageFactory pages, LimitClient limits) {
        this.pages = pages;
        this.limits = limits;
    }

    /**
     * @param token page of overrides, absent for the first
     */
    Uni<TemplateInstance> page(String limitClass, @Nullable String token) {
        return page(limitClass, token, LimitForm::of, LimitForm::blank);
    }

    Uni<TemplateInstance> page(
            String limitClass,
            @Nullable String token,
            Function<LimitView, FormState> form,
            Function<LimitView, FormState> more) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                LimitWords.title(limitClass),
                                Page.Section.NONE,
                                new Crumb("Limits", "/limits"),
                                new Crumb(LimitWords.title(limitClass), null)),
                        limits.one(limitClass),
                        Partial.of(limits.overrides(limitClass, token)))
                .with(
                        (page, view, overrides) ->
                                Templates.edit(
                                        page,
                                        LimitLook.of(view),
                                        form.apply(view),
                                        more.apply(view),
                                        shown(overrides)));
    }

    private static OverrideLook.Shown shown(Partial<Answer<List<OverrideView>>> found) {
        Answer<List<OverrideView>> answer = found.or(new Answer<>(List.of(), null, null));
        return new OverrideLook.Shown(
                answer.body().stream().map(OverrideLook::of).toList(),
                answer.nextToken(),
                found.reason());
    }
}
