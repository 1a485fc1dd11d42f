package io.atoll.gateway.audit.chain;

import io.atoll.contracts.audit.AuditVerificationView;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the chain without a gateway, straight from the database that {@code ATOLL_DB_URL} and its
 * like name. Exit codes: 0 intact, 1 not checked, 2 not intact.
 */
public final class VerifyCommand {
    private static final int NOT_CHECKED = 1;
    private static final int NOT_INTACT = 2;
    private static final int FETCHED = 1_000;

    private final Map<String, String> environment;
    private final PrintStream out;

    public VerifyCommand(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    public static void main(String[] words) {
        System.exit(new VerifyCommand(System.getenv(), System.out).run(List.of(words)));
    }

    /**
     * @param words nothing, or {@code --expect <no>:<hash>}, as often as there are anchors
     */
    public int run(List<String> words) {
        try {
            AuditVerificationView found = verify(new ChainCheck(anchors(words)));
            out.println(sentence(found));
            return found.intact() ? 0 : NOT_INTACT;
        } catch (SQLException | IllegalArgumentException e) {
            out.println("The audit cannot be checked: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static String sentence(AuditVerificationView found) {
        var fault = found.firstFault();
        return fault == null
                ? "intact: %d entries, %d to %d, last hash %s\nTo notice later that entries at the end are gone: --expect %d:%s"
                        .formatted(
                                found.rows(),
                                found.firstNo(),
                                found.lastNo(),
                                found.lastHash(),
                                found.lastNo(),
                                found.lastHash())
                : "not intact: row %d. %s".formatted(fault.no(), fault.what());
    }

    private static List<Anchor> anchors(List<String> words) {
        var anchors = new ArrayList<Anchor>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).equals("--expect") || i + 1 == words.size()) {
                throw new IllegalArgumentException("Usage: audit verify [--expect <no>:<hash>]");
            }
            anchors.add(Anchor.of(words.get(i + 1)));
        }
        return anchors;
    }

    private AuditVerificationView verify(ChainCheck check) throws SQLException {
        try (Connection database = open()) {
            database.setAutoCommit(false);
            database.setReadOnly(true);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            database.setSchema("gateway");
            rows(database, check);
            try (var query = database.createStatement();
                    var head = query.executeQuery("select no, hash from audit_head")) {
                head.next();
                return check.end(head.getLong(1), head.getBytes(2));
            }
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + value("ATOLL_DB_URL", "postgresql://127.0.0.1:7110/atoll"),
                value("ATOLL_DB_USER", "atoll"),
                value("ATOLL_DB_PASSWORD", ""));
    }

    private String value(String name, String fallback) {
        return environment.getOrDefault(name, fallback);
    }

    private static void rows(Connection database, ChainCheck check) throws SQLException {
        try (var query = database.createStatement()) {
            query.setFetchSize(FETCHED);
            try (var rows = query.executeQuery(ChainRow.SELECT + " order by no")) {
                while (rows.next()) {
                    check.take(row(rows));
                }
            }
        }
    }

    private static ChainRow row(ResultSet row) throws SQLException {
        var fields = new ArrayList<@Nullable String>(ChainRow.FIELDS);
        for (int i = 0; i < ChainRow.FIELDS; i++) {
            fields.add(row.getString("f" + i));
        }
        return new ChainRow(
                row.getLong("no"), fields, row.getBytes("previous_hash"), row.getBytes("hash"));
    }
}
