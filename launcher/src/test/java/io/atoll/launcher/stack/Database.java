package io.atoll.launcher.stack;

import java.sql.DriverManager;
import java.sql.SQLException;

/// One question to the embedded database, as one of its users.
record Database(int port, String user, String password) {

    String ask(String sql) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/atoll".formatted(port);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
