package io.atoll.ops.message;

import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.RecordView;
import io.atoll.ops.browse.RecordSize;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Records as the API shows them.
///
/// @param key encoding of keys, null: found out for each
/// @param value likewise
/// @param limit bytes of a value to show at most
record RecordMapping(@Nullable Encoding key, @Nullable Encoding value, int limit) {

    /// Bytes of a header to show at most.
    private static final int HEADER_LIMIT = 64 << 10;

    RecordView view(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        var shownKey = RecordDecoder.decode(record.key(), key, limit);
        var shownValue = RecordDecoder.decode(record.value(), value, limit);
        return new RecordView(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                shownKey.value(),
                shownKey.encoding(),
                shownValue.value(),
                shownValue.encoding(),
                headers(record),
                RecordSize.of(record),
                shownKey.truncated() || shownValue.truncated());
    }

    private static List<RecordView.Header> headers(ConsumerRecord<?, ?> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(RecordMapping::header)
                .toList();
    }

    private static RecordView.Header header(Header header) {
        var bytes = header.value();
        var plain = RecordDecoder.decode(bytes, Encoding.TEXT, HEADER_LIMIT);
        var encoding = plain.encoding();
        var text = plain.value();
        return new RecordView.Header(
                header.key(),
                text == null ? null : text.toString(),
                encoding == null ? Encoding.TEXT : encoding);
    }
}
