package io.atoll.gateway.audit.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditEntryView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes all entries of a filter, page by page: as many are in memory as one page has. Blocks while
 * the reader is slow; for virtual threads.
 */
@ApplicationScoped
class AuditExport {
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AuditQueries queries;
    private final ObjectMapper mapper;

    AuditExport(AuditQueries queries, ObjectMapper mapper) {
        this.queries = queries;
        this.mapper = mapper;
    }

    StreamingOutput of(AuditFilter filter, ExportFormat format) {
        return out -> write(filter, format, out);
    }

    private void write(AuditFilter filter, ExportFormat format, OutputStream out)
            throws IOException {
        put(out, format.head());
        boolean first = true;
        Optional<Long> next = Optional.of(Long.MAX_VALUE);
        while (next.isPresent()) {
            var page = queries.page(filter.before(next.get()), PAGE).await().atMost(PATIENCE);
            for (AuditEntryView entry : page.entries()) {
                put(out, (first ? "" : format.between()) + line(entry, format));
                first = false;
            }
            next = page.next();
        }
        put(out, format.foot());
    }

    private String line(AuditEntryView entry, ExportFormat format) throws JsonProcessingException {
        return switch (format) {
            case CSV -> CsvLine.of(entry);
            case JSON -> mapper.writeValueAsString(entry);
        };
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
