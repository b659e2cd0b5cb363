package clinic.portal.persistence.client;

import clinic.portal.core.client.ClientHistory;
import clinic.portal.core.client.Happening;
import clinic.portal.core.client.Happening.About;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both are functions of {@code R__clients.sql}. */
@Singleton
public class PostgresClientHistory implements ClientHistory {
    private static final String TIMELINE = """
            select f.*, k.zone, k.currency
            from timeline_of_client(?, ?, ?, ?, ?) f join clinics k on k.clinic_id = ?
            order by f.happened_at desc, f.item_id desc""";

    private final Sql sql;

    public PostgresClientHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Happening> of(ClinicId clinic, ClientId client, PageRequest page) {
        var from = Paging.before(page);
        var rows = sql.list(
                PostgresClientHistory::happening,
                TIMELINE,
                clinic.value(),
                client.value(),
                from.at(),
                from.id(),
                Paging.rows(page),
                clinic.value());
        return Page.cut(rows, page, Happening::cursor);
    }

    @Override
    public Optional<String> everything(ClinicId clinic, ClientId client) {
        return sql.list(
                        row -> Optional.ofNullable(row.textOrNull("everything")),
                        "select export_client(?, ?)::text as everything",
                        clinic.value(),
                        client.value())
                .getFirst();
    }

    private static Happening happening(Row row) throws SQLException {
        return new Happening(
                row.uuid("item_id"),
                row.instant("happened_at"),
                ZoneId.of(row.text("zone")),
                row.oneOf(Happening.Kind.class, "kind"),
                row.textOrNull("change"),
                about(row),
                row.textOrNull("channel"),
                row.textOrNull("outcome"),
                row.textOrNull("words"),
                row.has("amount_minor")
                        ? new Money(row.number("amount_minor"), Currency.getInstance(row.text("currency")))
                        : null);
    }

    private static @Nullable About about(Row row) throws SQLException {
        var appointment = row.uuidOrNull("appointment_id");
        return appointment == null ? null : new About(appointment, row.instant("starts_at"), row.text("treatment"));
    }
}
