package io.atoll.gateway.audit.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the chain sees it.
 *
 * @param fields all columns before the hashes, as text, in the order of the table
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChainRow(long no, List<@Nullable String> fields, byte[] previousHash, byte[] hash) {

    /**
     * Columns of the table in their order, all as text. The time is in microseconds since 1970, as
     * the hash has it.
     */
    static final String SELECT =
            """
            select no, previous_hash, hash,
              no::text as f0, (extract(epoch from at) * 1000000)::bigint::text as f1,
              entry::text as f2, opens::text as f3, stage as f4, subject as f5, kind as f6,
              action as f7, permission as f8, cluster as f9, environment as f10, tags as f11,
              outcome as f12, status::text as f13, trace as f14, address as f15, change as f16,
              document as f17
            from audit""";

    static final int FIELDS = 18;
    private static final int ACTION = 7;

    ChainRow {
        fields = Collections.unmodifiableList(new ArrayList<>(fields));
    }

    String action() {
        return String.valueOf(fields.get(ACTION));
    }

    String document() {
        return String.valueOf(fields.getLast());
    }
}
