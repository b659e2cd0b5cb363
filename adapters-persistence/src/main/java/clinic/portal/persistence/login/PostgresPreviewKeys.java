package clinic.portal.persistence.login;

import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

@Singleton
public class PostgresPreviewKeys implements PreviewKeys {
    private final Sql sql;

    public PostgresPreviewKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant add(ClinicId clinic, byte[] hash, ClientId client, StaffId by, Duration life) {
        return sql.first(row -> row.instant("expires_at"), """
                        insert into preview_keys (clinic_id, hash, client_id, staff_id, made_at, expires_at)
                        select ?, ?, ?, ?, now, now + ? from clock_timestamp() as now
                        returning expires_at""", clinic.value(), hash, client.value(), by.value(), life)
                .orElseThrow();
    }

    @Override
    public Spending spend(ClinicId clinic, byte[] hash) {
        return sql.first(PostgresPreviewKeys::spent, """
                        update preview_keys p set used_at = clock_timestamp()
                        where p.clinic_id = ? and p.hash = ?
                          and p.used_at is null and p.expires_at > clock_timestamp()
                        returning
                            (select c.client_id from clients c
                             where c.clinic_id = p.clinic_id and c.client_id = p.client_id
                               and c.erased_at is null) as client_id,
                            (select s.staff_id from staff s
                             where s.clinic_id = p.clinic_id and s.staff_id = p.staff_id
                               and s.left_at is null) as staff_id""", clinic.value(), hash).orElseGet(() -> whyNot(clinic, hash));
    }

    @Override
    public int forget(ClinicId clinic, Duration age) {
        return sql.update(
                "delete from preview_keys where clinic_id = ? and expires_at < clock_timestamp() - ?::interval",
                clinic.value(),
                age);
    }

    private Spending whyNot(ClinicId clinic, byte[] hash) {
        return sql.first(
                        row -> row.flag("used") ? new Spending.AlreadyUsed() : new Spending.Expired(),
                        "select used_at is not null as used from preview_keys where clinic_id = ? and hash = ?",
                        clinic.value(),
                        hash)
                .orElseGet(Spending.Unknown::new);
    }

    private static Spending spent(Row row) throws SQLException {
        return row.has("client_id") && row.has("staff_id")
                ? new Spending.Spent(new ClientId(row.uuid("client_id")), new StaffId(row.uuid("staff_id")))
                : new Spending.Unknown();
    }
}
