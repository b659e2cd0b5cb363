package clinic.portal.persistence.client;

import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Each is one function of {@code R__clients.sql}, where its locks and its steps stand in their order. */
@Singleton
public class PostgresClientRemovals implements ClientRemovals {
    private final Sql sql;

    public PostgresClientRemovals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean merge(ClinicId clinic, ClientId kept, ClientId duplicate) {
        return sql.list(
                        row -> row.flag("done"),
                        "select merge_clients(?, ?, ?) as done",
                        clinic.value(),
                        kept.value(),
                        duplicate.value())
                .getFirst();
    }

    @Override
    public boolean erase(ClinicId clinic, ClientId client, Instant now) {
        return sql.list(
                        row -> row.flag("done"),
                        "select erase_client(?, ?, ?) as done",
                        clinic.value(),
                        client.value(),
                        now)
                .getFirst();
    }
}
