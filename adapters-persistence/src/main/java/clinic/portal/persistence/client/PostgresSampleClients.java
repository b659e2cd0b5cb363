package clinic.portal.persistence.client;

import clinic.portal.core.client.Profile;
import clinic.portal.core.client.SampleClients;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;

@Singleton
public class PostgresSampleClients implements SampleClients {
    private final Sql sql;

    public PostgresSampleClients(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Profile require(ClinicId clinic, ClientId fresh, String name) {
        sql.update("""
                insert into clients (clinic_id, client_id, name, sample, email_verified_at, phone_verified_at)
                values (?, ?, ?, true, null, null)
                on conflict (clinic_id) where sample and erased_at is null do nothing""", clinic.value(), fresh.value(), name);
        return sql.first(
                        row -> ClientRow.profile(row.uuid("client_id"), row.text("name"), null, null),
                        "select client_id, name from clients where clinic_id = ? and sample and erased_at is null",
                        clinic.value())
                .orElseThrow();
    }
}
