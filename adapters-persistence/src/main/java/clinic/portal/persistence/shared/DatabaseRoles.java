package clinic.portal.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The two roles the portal knows. {@link #OWNER} migrates and owns the tables; {@link #RUNTIME} is what the application
 * is while it serves: it owns nothing and cannot step round row-level security.
 */
public final class DatabaseRoles {
    public static final String OWNER = "portal_owner";
    public static final String RUNTIME = "portal_app";

    private DatabaseRoles() {}

    /**
     * Makes both roles in the database that {@code superuser} is connected to, or sets them right where they exist.
     * Passwords leave this process as SCRAM verifiers, so that no server log shows them.
     */
    public static void establish(Connection superuser, String ownerPassword, String runtimePassword)
            throws SQLException {
        one(superuser, OWNER, ownerPassword);
        one(superuser, RUNTIME, runtimePassword);
        run(superuser, "select format('revoke all on database %I from public', current_database())");
        // To create trusted extensions, as a migration does.
        run(superuser, "select format('grant create on database %I to " + OWNER + "', current_database())");
        run(
                superuser,
                "select format('grant connect on database %I to " + OWNER + ", " + RUNTIME + "', current_database())");
        try (var statement = superuser.createStatement()) {
            statement.execute("revoke create on schema public from public");
            statement.execute("grant usage, create on schema public to " + OWNER);
            statement.execute("grant usage on schema public to " + RUNTIME);
        }
    }

    private static void one(Connection superuser, String role, String password) throws SQLException {
        if (!exists(superuser, role)) {
            run(superuser, "select format('create role %I', ?::text)", role);
        }
        run(
                superuser,
                "select format('alter role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication"
                        + " nobypassrls', ?::text)",
                role);
        superuser.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection superuser, String role) throws SQLException {
        try (var statement = superuser.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            try (var answer = statement.executeQuery()) {
                return answer.next();
            }
        }
    }

    /** These statements take no parameters, so the server itself quotes what goes into them. */
    private static void run(Connection superuser, String wording, String... parameters) throws SQLException {
        String worded;
        try (PreparedStatement statement = superuser.prepareStatement(wording)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                worded = answer.getString(1);
            }
        }
        try (var statement = superuser.createStatement()) {
            statement.execute(worded);
        }
    }
}
