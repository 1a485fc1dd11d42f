package io.atoll.web.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.RecordView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One record as shown.
 *
 * @param preview the value on one line, cut
 * @param pretty the whole value, indented where it is JSON
 * @param kind how the value reads: json, text, base64 or tombstone
 */
public record RecordLook(
        RecordView record, String key, String preview, String pretty, String kind) {

    private static final int PREVIEW = 160;
    private static final PrettyPrinter PRETTY =
            printer(
                    Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private static PrettyPrinter printer(Separators separators) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return printer;
    }

    static List<RecordLook> of(List<RecordView> records, ObjectMapper mapper) {
        return records.stream().map(r -> of(r, mapper)).toList();
    }

    private static RecordLook of(RecordView record, ObjectMapper mapper) {
        String line = text(record.value(), mapper, false).replaceAll("\\s+", " ");
        Encoding encoding = record.valueEncoding();
        return new RecordLook(
                record,
                text(record.key(), mapper, false),
                line.length() > PREVIEW ? line.substring(0, PREVIEW) + "…" : line,
                text(record.value(), mapper, true),
                record.value() == null
                        ? "tombstone"
                        : encoding == null ? "text" : encoding.name().toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable Object value, ObjectMapper mapper, boolean pretty) {
        try {
            return switch (value) {
                case null -> "";
                case String text -> text;
                case Object json when pretty -> mapper.writer(PRETTY).writeValueAsString(json);
                case Object json -> mapper.writeValueAsString(json);
            };
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }

    public boolean hasKey() {
        return record.key() != null;
    }

    public boolean tombstone() {
        return record.value() == null;
    }
}
