package io.atoll.web.people;

import io.atoll.contracts.user.UserView;
import io.atoll.web.client.Query;
import io.atoll.web.form.FormState;
import io.atoll.web.grant.GrantChoices;
import io.atoll.web.grant.GrantLook;
import java.util.List;

/**
 * One user with the forms about it.
 *
 * @param self true where it is the visitor
 */
public record UserDetail(
        UserView user,
        boolean self,
        List<GrantLook> grants,
        UserCredentials credentials,
        GrantChoices choices,
        Forms forms) {

    /** What the forms of the page show. */
    public record Forms(FormState grant, FormState password) {}

    public FormState grantForm() {
        return forms.grant();
    }

    public FormState passwordForm() {
        return forms.password();
    }

    /** Path of its page. */
    public String base() {
        return path(user.name());
    }

    static String path(String name) {
        return UserPages.LIST + "/" + Query.segment(name);
    }
}
