package io.atoll.gateway.audit.view;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;

/** How an export is written. */
enum ExportFormat {
    CSV("text/csv; charset=utf-8", CsvLine.HEAD, "", ""),
    JSON("application/json", "[", ",\n", "]\n");

    private final String mediaType;
    private final String head;
    private final String between;
    private final String foot;

    ExportFormat(String mediaType, String head, String between, String foot) {
        this.mediaType = mediaType;
        this.head = head;
        this.between = between;
        this.foot = foot;
    }

    static ExportFormat of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    Response answer(StreamingOutput content) {
        String name = "atoll-audit." + name().toLowerCase(Locale.ROOT);
        return Response.ok(content)
                .header("Content-Type", mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    String head() {
        return head;
    }

    String between() {
        return between;
    }

    String foot() {
        return foot;
    }
}
