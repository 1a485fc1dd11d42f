package io.atoll.web.exchange;

import io.atoll.contracts.grant.AccessPlan;
import io.atoll.web.form.FormState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form with the document.
 *
 * @param plan what it would change or has changed, absent before it was asked for
 */
public record ExchangeView(FormState form, @Nullable AccessPlan plan) {

    static final String DOCUMENT = "document";
    static final ExchangeView BLANK = new ExchangeView(FormState.of(Map.of()), null);
}
