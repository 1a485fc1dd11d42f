package io.atoll.gateway.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tables of the audit, as somebody with the database's password sees and changes them. */
public final class AuditDatabase {

    public static Map<String, String> environment() {
        return Map.of(
                "ATOLL_DB_URL", value("quarkus.datasource.reactive.url"),
                "ATOLL_DB_USER", value("quarkus.datasource.username"),
                "ATOLL_DB_PASSWORD", value("quarkus.datasource.password"));
    }

    private static String value(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    public static Connection open() throws SQLException {
        Connection database =
                DriverManager.getConnection(
                        "jdbc:" + environment().get("ATOLL_DB_URL"),
                        environment().get("ATOLL_DB_USER"),
                        environment().get("ATOLL_DB_PASSWORD"));
        database.setSchema("gateway");
        return database;
    }

    /** Statements in one transaction that stands. */
    public static void run(String... statements) {
        try (Connection database = open();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows. */
    public static List<String> read(String query) {
        try (Connection database = open();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long number(String query) {
        return Long.parseLong(read(query).getFirst());
    }

    private AuditDatabase() {}
}
