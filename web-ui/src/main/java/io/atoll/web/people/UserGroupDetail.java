package io.atoll.web.people;

import io.atoll.contracts.grant.UserGroupView;
import io.atoll.web.client.Query;
import io.atoll.web.form.FormState;
import io.atoll.web.grant.GrantChoices;
import io.atoll.web.grant.GrantForm;
import io.atoll.web.grant.GrantLook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One group with the forms about it.
 *
 * @param users names to choose members from
 */
public record UserGroupDetail(
        UserGroupView group,
        List<GrantLook> grants,
        GrantChoices choices,
        List<String> users,
        Forms forms) {

    /**
     * What the forms of the page show.
     *
     * @param about absent: the group as it is
     */
    public record Forms(FormState grant, FormState member, @Nullable FormState about) {

        static final Forms BLANK = new Forms(GrantForm.blank(), FormState.of(Map.of()), null);

        Forms withGrant(FormState form) {
            return new Forms(form, member, about);
        }

        Forms withMember(FormState form) {
            return new Forms(grant, form, about);
        }

        Forms withAbout(FormState form) {
            return new Forms(grant, member, form);
        }
    }

    public FormState grantForm() {
        return forms.grant();
    }

    public FormState memberForm() {
        return forms.member();
    }

    public FormState about() {
        FormState sent = forms.about();
        String words = group.description();
        return sent != null
                ? sent
                : FormState.of(Map.of("description", words == null ? "" : words));
    }

    /** Path of its page. */
    public String base() {
        return path(group.name());
    }

    static String path(String name) {
        return UserGroupPages.LIST + "/" + Query.segment(name);
    }
}
