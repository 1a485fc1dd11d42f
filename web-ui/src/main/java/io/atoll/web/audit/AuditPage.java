package io.atoll.web.audit;

import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param away why entries cannot be shown
 * @param next the page after, absent on the last
 * @param check what the check of the chain found, absent where it was not asked for
 * @param unchecked why it could not be checked
 */
public record AuditPage(
        List<EntryLook> entries,
        AuditFilter filter,
        @Nullable String away,
        @Nullable String next,
        @Nullable AuditVerificationView check,
        @Nullable String unchecked) {

    public AuditPage {
        entries = List.copyOf(entries);
    }

    static AuditPage of(
            AuditFilter filter,
            Partial<Answer<List<AuditEntryView>>> answer,
            Partial<AuditVerificationView> check,
            Function<AuditEntryView, EntryLook> look) {
        var found = answer.value();
        return new AuditPage(
                found == null ? List.of() : found.body().stream().map(look).toList(),
                filter,
                answer.reason(),
                found == null ? null : filter.next(found.nextToken()),
                check.value(),
                check.reason());
    }
}
