package clinic.portal.persistence.booking;

import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresFeedKeys implements FeedKeys {
    private final Sql sql;

    public PostgresFeedKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void put(ClinicId clinic, PractitionerId practitioner, byte[] hash) {
        sql.update("""
                insert into feed_keys (clinic_id, practitioner_id, hash) values (?, ?, ?)
                on conflict (clinic_id, practitioner_id)
                do update set hash = excluded.hash, made_at = clock_timestamp()""", clinic.value(), practitioner.value(), hash);
    }

    @Override
    public void remove(ClinicId clinic, PractitionerId practitioner) {
        sql.update(
                "delete from feed_keys where clinic_id = ? and practitioner_id = ?",
                clinic.value(),
                practitioner.value());
    }

    @Override
    public Optional<PractitionerId> find(ClinicId clinic, byte[] hash) {
        return sql.first(row -> new PractitionerId(row.uuid("practitioner_id")), """
                select p.practitioner_id
                from feed_keys f
                join practitioners p on p.clinic_id = f.clinic_id and p.practitioner_id = f.practitioner_id
                where f.clinic_id = ? and f.hash = ? and not p.archived""", clinic.value(), hash);
    }
}
