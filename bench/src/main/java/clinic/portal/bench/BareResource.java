package clinic.portal.bench;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;

/** As little as a JSON endpoint on a database can do: one row by its key; no session, no tenant, no transaction. */
@Path("/bare/{id}")
@RunOnVirtualThread
public class BareResource {
    private final AgroalDataSource database;

    BareResource(AgroalDataSource database) {
        this.database = database;
    }

    /** A row as JSON. */
    public record Client(long id, String name, String email) {}

    void fill(@Observes StartupEvent starting) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_clients (id bigint primary key, name text, email text)");
            statement.execute("insert into bench_clients select n, 'Client ' || n, 'client' || n || '@example.com' "
                    + "from generate_series(1, 10000) n on conflict do nothing");
        }
    }

    @GET
    public Client find(@PathParam("id") long id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select id, name, email from bench_clients where id = ?")) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Client(rows.getLong(1), rows.getString(2), rows.getString(3));
            }
        }
    }
}
