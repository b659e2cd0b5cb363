package clinic.portal.persistence.booking;

import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

@Singleton
public class PostgresOneTimeKeys implements OneTimeKeys {
    private final Sql sql;

    public PostgresOneTimeKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant add(ClinicId clinic, Purpose purpose, byte[] hash, ClientId client, Duration life) {
        return sql.first(row -> row.instant("expires_at"), """
                        insert into one_time_keys (clinic_id, purpose, hash, client_id, made_at, expires_at)
                        select ?, ?, ?, ?, now, now + ? from clock_timestamp() as now
                        returning expires_at""", clinic.value(), purpose, hash, client.value(), life)
                .orElseThrow();
    }

    @Override
    public Spending spend(ClinicId clinic, Purpose purpose, byte[] hash) {
        return sql.first(PostgresOneTimeKeys::spent, """
                        update one_time_keys o set used_at = clock_timestamp()
                        where o.clinic_id = ? and o.purpose = ? and o.hash = ?
                          and o.used_at is null and o.expires_at > clock_timestamp()
                        returning (select c.client_id from clients c
                                   where c.clinic_id = o.clinic_id and c.client_id = o.client_id
                                     and c.erased_at is null) as client_id""", clinic.value(), purpose, hash)
                .orElseGet(() -> whyNot(clinic, purpose, hash));
    }

    private Spending whyNot(ClinicId clinic, Purpose purpose, byte[] hash) {
        return sql.first(
                        row -> row.flag("used") ? new Spending.AlreadyUsed() : new Spending.Expired(),
                        """
                        select used_at is not null as used from one_time_keys
                        where clinic_id = ? and purpose = ? and hash = ?""",
                        clinic.value(),
                        purpose,
                        hash)
                .orElseGet(Spending.Unknown::new);
    }

    @Override
    public int tidy(ClinicId clinic) {
        return sql.update(
                "delete from one_time_keys where clinic_id = ? and expires_at < clock_timestamp() - interval '1 day'",
                clinic.value());
    }

    /** Somebody erased since is nobody; the key is spent all the same. */
    private static Spending spent(Row row) throws SQLException {
        return row.has("client_id") ? new Spending.Spent(new ClientId(row.uuid("client_id"))) : new Spending.Unknown();
    }
}
