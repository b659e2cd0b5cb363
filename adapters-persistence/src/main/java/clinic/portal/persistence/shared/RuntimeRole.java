package clinic.portal.persistence.shared;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Who the application is to the database: somebody whom row-level security holds (SECURITY T23). */
@Singleton
public class RuntimeRole {
    // Whoever may become a table's owner could take the walls down; a superuser may become anybody.
    private static final String POWERS = """
            select rolname as name, rolsuper as super, rolbypassrls as bypasses,
                   exists (select from pg_class t
                           where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                             and pg_has_role(rolname, t.relowner, 'member')) as owns
            from pg_roles where rolname in (session_user, current_user)
            order by super desc, bypasses desc, owns desc limit 1""";

    private final AgroalDataSource database;

    public RuntimeRole(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws IllegalStateException where the walls between clinics would not hold the connected role */
    public void requireBound() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POWERS);
                var answer = statement.executeQuery()) {
            answer.next();
            refuse(answer.getBoolean("super"), answer.getString("name"), "is a superuser");
            refuse(answer.getBoolean("bypasses"), answer.getString("name"), "has BYPASSRLS");
            refuse(answer.getBoolean("owns"), answer.getString("name"), "owns tables of the portal");
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void refuse(boolean unbound, String name, String why) {
        if (unbound) {
            throw new IllegalStateException(
                    "The application is connected as \"%s\", which %s: row-level security would not keep the clinics apart. See deploy/ for how to make %s."
                            .formatted(name, why, DatabaseRoles.RUNTIME));
        }
    }
}
