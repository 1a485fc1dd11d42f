package io.atoll.launcher.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One user of the database `atoll` for each service, owner of the schema of its name and nothing
/// else. What an earlier version made as one user for all is handed over.
///
/// @param passwords by user, letters and digits
public record DatabaseUsers(Map<String, String> passwords) {

    private static final String WALLS =
            """
            REVOKE ALL ON DATABASE atoll FROM PUBLIC;

            REVOKE ALL ON SCHEMA public FROM PUBLIC;

            ALTER DATABASE atoll OWNER TO CURRENT_USER;

            """;

    public DatabaseUsers {
        passwords = Map.copyOf(passwords);
    }

    /// For a superuser in the database `atoll`, again and again; statements end with a semicolon
    /// and an empty line.
    public String script() {
        var users =
                new TreeMap<>(passwords)
                        .entrySet().stream()
                                .map(user -> user(user.getKey(), user.getValue()))
                                .collect(Collectors.joining());
        var heirs =
                passwords.keySet().stream()
                        .sorted()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", "));
        return WALLS + users + handingOver(heirs);
    }

    private static String user(String name, String password) {
        return """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
        END $$;

        ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%2$s';

        CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s;

        GRANT CONNECT, TEMPORARY ON DATABASE atoll TO %1$s;

        """
                .formatted(name, password);
    }

    /// Sequences that belong to a column go with their table.
    private static String handingOver(String heirs) {
        return """
        DO $$
        DECLARE one record;
        BEGIN
          FOR one IN
            SELECT format('SCHEMA %%I', nspname) AS what, nspname AS heir, nspowner AS owner
              FROM pg_namespace
            UNION ALL
            SELECT format('TABLE %%s', c.oid::regclass), n.nspname, c.relowner
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                  AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
            UNION ALL
            SELECT format('ROUTINE %%s', p.oid::regprocedure), n.nspname, p.proowner
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          LOOP
            IF one.heir IN (%s) AND one.heir <> pg_get_userbyid(one.owner) THEN
              EXECUTE format('ALTER %%s OWNER TO %%I', one.what, one.heir);
            END IF;
          END LOOP;
        END $$;

        """
                .formatted(heirs);
    }

    /// Changes when the script does.
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(script().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
