package clinic.portal.persistence.catalogue;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.catalogue.Treatments;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.BookingLocks;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresTreatments implements Treatments {
    private static final String READ = """
            select t.*, k.currency, (
                select coalesce(array_agg(p.practitioner_id order by p.practitioner_id), '{}')
                from treatment_practitioners d
                join practitioners p on p.clinic_id = d.clinic_id and p.practitioner_id = d.practitioner_id
                where d.clinic_id = t.clinic_id and d.treatment_id = t.treatment_id and not p.archived) as practitioner_ids
            from treatments t
            join clinics k on k.clinic_id = t.clinic_id
            where t.clinic_id = ?
            """;
    private static final String LIST = READ + """
            and case ? when 'public' then t.online and not t.archived
                       when 'current' then not t.archived
                       else t.archived end
              and (t.name, t.treatment_id) > (?, ?)
            order by t.name, t.treatment_id limit ?""";
    private static final String ONE = READ + "and t.treatment_id = ?";

    private final Sql sql;
    private final BookingLocks locks;

    public PostgresTreatments(Sql sql, BookingLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    @Override
    public Page<Treatment> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        var from = Paging.byName(page);
        var rows = sql.list(TreatmentRows::read, LIST, clinic.value(), shelf, from.key(), from.id(), Paging.rows(page));
        return Page.cut(rows, page, Treatment::cursor);
    }

    @Override
    public Optional<Treatment> find(ClinicId clinic, TreatmentId treatment) {
        return sql.first(TreatmentRows::read, ONE, clinic.value(), treatment.value());
    }

    @Override
    public void add(ClinicId clinic, Treatment treatment) {
        Plan plan = treatment.plan();
        sql.update(
                """
                insert into treatments (
                    clinic_id, treatment_id, name, description, category, minutes, buffer_before_minutes,
                    buffer_after_minutes, price_minor, online, room_kind, grid_minutes, minimum_interval_days,
                    only_after, archived, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                treatment.id().value(),
                plan.name(),
                plan.description(),
                plan.category(),
                minutes(plan.duration()),
                minutes(plan.bufferBefore()),
                minutes(plan.bufferAfter()),
                plan.price().minor(),
                plan.online(),
                plan.roomKind(),
                minutesOrNull(plan.grid()),
                plan.minimumInterval(),
                idOrNull(plan.onlyAfter()),
                plan.archived(),
                treatment.version());
        addPractitioners(clinic, treatment);
    }

    @Override
    public boolean replace(ClinicId clinic, Treatment treatment) {
        Plan plan = treatment.plan();
        int changed = sql.update(
                """
                update treatments
                set name = ?, description = ?, category = ?, minutes = ?, buffer_before_minutes = ?,
                    buffer_after_minutes = ?, price_minor = ?, online = ?, room_kind = ?, grid_minutes = ?,
                    minimum_interval_days = ?, only_after = ?, archived = ?, version = ?
                where clinic_id = ? and treatment_id = ? and version = ?""",
                plan.name(),
                plan.description(),
                plan.category(),
                minutes(plan.duration()),
                minutes(plan.bufferBefore()),
                minutes(plan.bufferAfter()),
                plan.price().minor(),
                plan.online(),
                plan.roomKind(),
                minutesOrNull(plan.grid()),
                plan.minimumInterval(),
                idOrNull(plan.onlyAfter()),
                plan.archived(),
                treatment.version(),
                clinic.value(),
                treatment.id().value(),
                treatment.version() - 1);
        if (changed == 1) {
            sql.update(
                    "delete from treatment_practitioners where clinic_id = ? and treatment_id = ?",
                    clinic.value(),
                    treatment.id().value());
            addPractitioners(clinic, treatment);
        }
        return changed == 1;
    }

    @Override
    public Removal remove(ClinicId clinic, TreatmentId treatment) {
        if (delete(clinic, treatment)) {
            return Removal.DELETED;
        }
        archive(clinic, treatment);
        return Removal.ARCHIVED;
    }

    private boolean delete(ClinicId clinic, TreatmentId treatment) {
        // Or it could be booked between our looking and our deleting.
        locks.wholeClinic(clinic);
        return sql.update("""
                        delete from treatments t
                        where t.clinic_id = ? and t.treatment_id = ?
                          and not exists (
                              select from appointments a
                              where a.clinic_id = t.clinic_id and a.treatment_id = t.treatment_id)
                          and not exists (
                              select from package_treatments g
                              where g.clinic_id = t.clinic_id and g.treatment_id = t.treatment_id)
                          and not exists (
                              select from treatments o
                              where o.clinic_id = t.clinic_id and o.only_after = t.treatment_id)""", clinic.value(), treatment.value()) == 1;
    }

    private void archive(ClinicId clinic, TreatmentId treatment) {
        sql.update("""
                update treatments set archived = true, version = version + 1
                where clinic_id = ? and treatment_id = ? and not archived""", clinic.value(), treatment.value());
    }

    private void addPractitioners(ClinicId clinic, Treatment treatment) {
        sql.update(
                """
                insert into treatment_practitioners (clinic_id, treatment_id, practitioner_id)
                select ?, ?, unnest(?)""",
                clinic.value(),
                treatment.id().value(),
                treatment.plan().practitioners().stream()
                        .map(PractitionerId::value)
                        .toArray(UUID[]::new));
    }

    private static int minutes(Duration duration) {
        return (int) duration.toMinutes();
    }

    private static @Nullable Integer minutesOrNull(@Nullable Duration duration) {
        return duration == null ? null : minutes(duration);
    }

    private static @Nullable UUID idOrNull(@Nullable TreatmentId treatment) {
        return treatment == null ? null : treatment.value();
    }
}
