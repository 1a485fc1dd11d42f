package io.atoll.gateway.audit.view;

import io.atoll.contracts.audit.AuditEntryView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries as lines of RFC 4180. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, and no cell has control characters.
 */
final class CsvLine {
    static final String HEAD =
            "no,at,subject,kind,action,permission,cluster,outcome,status,trace,address,method,path,"
                    + "count,millis,dry_run,reason,changed,key_id,key_name\r\n";
    private static final String DANGEROUS = "=+-@";

    static String of(AuditEntryView e) {
        String changed =
                e.effects().stream()
                        .map(c -> c.action() + " " + c.resource())
                        .collect(Collectors.joining("; "));
        List<@Nullable Object> cells =
                Arrays.asList(
                        e.no(),
                        e.at(),
                        e.subject(),
                        e.kind(),
                        e.action(),
                        e.permission(),
                        e.cluster(),
                        e.outcome().wire(),
                        e.status(),
                        e.trace(),
                        e.address(),
                        e.method(),
                        e.path(),
                        e.count(),
                        e.millis(),
                        e.dryRun(),
                        e.reason(),
                        changed,
                        e.keyId(),
                        e.keyName());
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula =
                !text.isEmpty() && (DANGEROUS.indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ');
        String harmless = (formula ? "'" : "") + text.replaceAll("\\p{Cntrl}", " ");
        boolean quoted = harmless.matches(".*[\",;'].*") || !harmless.strip().equals(harmless);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private CsvLine() {}
}
