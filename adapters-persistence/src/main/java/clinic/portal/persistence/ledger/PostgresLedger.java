package clinic.portal.persistence.ledger;

import clinic.portal.core.ledger.Entry;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Money;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

@Singleton
public class PostgresLedger implements Ledger {
    private enum Kind {
        CHARGE,
        PAYMENT,
        REFUND
    }

    private final Sql sql;

    public PostgresLedger(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> of(ClinicId clinic, ClientId client) {
        return sql.list(PostgresLedger::entry, """
                select e.entry_id, e.kind, e.at, e.amount_minor, e.description, e.method, e.due_on, k.currency
                from ledger_entries e join clinics k on k.clinic_id = e.clinic_id
                where e.clinic_id = ? and e.client_id = ?
                order by e.at, e.entry_id""", clinic.value(), client.value());
    }

    private static Entry entry(Row row) throws SQLException {
        var id = row.uuid("entry_id");
        var at = row.instant("at");
        var amount = new Money(row.number("amount_minor"), Currency.getInstance(row.text("currency")));
        return switch (row.oneOf(Kind.class, "kind")) {
            case CHARGE -> new Entry.Charge(id, at, amount, row.text("description"), row.dateOrNull("due_on"));
            case PAYMENT -> new Entry.Payment(id, at, amount, row.oneOf(Entry.Method.class, "method"));
            case REFUND -> new Entry.Refund(id, at, amount, row.oneOf(Entry.Method.class, "method"));
        };
    }
}
