package clinic.portal.persistence.catalogue;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.Practitioner.Plan;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
public class PostgresPractitioners implements Practitioners {
    private static final String LIST = """
            select * from practitioners
            where clinic_id = ? and archived = (? = 'archived') and (name, practitioner_id) > (?, ?)
            order by name, practitioner_id limit ?""";
    private static final String WHO_CAN_DO = """
            select p.*
            from treatments t
            join treatment_practitioners c on c.clinic_id = t.clinic_id and c.treatment_id = t.treatment_id
            join practitioners p on p.clinic_id = c.clinic_id and p.practitioner_id = c.practitioner_id
            where t.clinic_id = ? and t.treatment_id = ? and t.online and not t.archived and not p.archived
              and (p.name, p.practitioner_id) > (?, ?)
            order by p.name, p.practitioner_id limit ?""";

    private final Sql sql;

    public PostgresPractitioners(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Practitioner> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        var from = Paging.byName(page);
        var rows = sql.list(
                PostgresPractitioners::practitioner,
                LIST,
                clinic.value(),
                shelf,
                from.key(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, Practitioner::cursor);
    }

    @Override
    public Page<Practitioner> whoCanDo(ClinicId clinic, TreatmentId treatment, PageRequest page) {
        var from = Paging.byName(page);
        var rows = sql.list(
                PostgresPractitioners::practitioner,
                WHO_CAN_DO,
                clinic.value(),
                treatment.value(),
                from.key(),
                from.id(),
                Paging.rows(page));
        return Page.cut(rows, page, Practitioner::cursor);
    }

    @Override
    public Optional<Practitioner> find(ClinicId clinic, PractitionerId practitioner) {
        return sql.first(
                PostgresPractitioners::practitioner,
                "select * from practitioners where clinic_id = ? and practitioner_id = ?",
                clinic.value(),
                practitioner.value());
    }

    @Override
    public Set<PractitionerId> known(ClinicId clinic, Set<PractitionerId> practitioners) {
        return Set.copyOf(sql.list(
                row -> new PractitionerId(row.uuid("practitioner_id")),
                // Locked, so that nobody is deleted before they are referred to.
                """
                select practitioner_id from practitioners
                where clinic_id = ? and practitioner_id = any(?) for key share""",
                clinic.value(),
                practitioners.stream().map(PractitionerId::value).toArray(UUID[]::new)));
    }

    @Override
    public void add(ClinicId clinic, Practitioner practitioner) {
        sql.update(
                """
                insert into practitioners (clinic_id, practitioner_id, name, title, archived, version)
                values (?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                practitioner.id().value(),
                practitioner.plan().name(),
                practitioner.plan().title(),
                practitioner.plan().archived(),
                practitioner.version());
    }

    @Override
    public boolean replace(ClinicId clinic, Practitioner practitioner) {
        return sql.update(
                        """
                        update practitioners set name = ?, title = ?, archived = ?, version = ?
                        where clinic_id = ? and practitioner_id = ? and version = ?""",
                        practitioner.plan().name(),
                        practitioner.plan().title(),
                        practitioner.plan().archived(),
                        practitioner.version(),
                        clinic.value(),
                        practitioner.id().value(),
                        practitioner.version() - 1)
                == 1;
    }

    @Override
    public Removal remove(ClinicId clinic, PractitionerId practitioner) {
        if (delete(clinic, practitioner)) {
            return Removal.DELETED;
        }
        archive(clinic, practitioner);
        return Removal.ARCHIVED;
    }

    private boolean delete(ClinicId clinic, PractitionerId practitioner) {
        return sql.update("""
                        delete from practitioners p
                        where p.clinic_id = ? and p.practitioner_id = ?
                          and not exists (
                              select from appointments a
                              where a.clinic_id = p.clinic_id and a.practitioner_id = p.practitioner_id)
                          and not exists (
                              select from treatment_practitioners c
                              where c.clinic_id = p.clinic_id and c.practitioner_id = p.practitioner_id)
                          and not exists (
                              select from time_off f
                              where f.clinic_id = p.clinic_id and f.practitioner_id = p.practitioner_id)
                          and not exists (
                              select from holds h
                              where h.clinic_id = p.clinic_id and h.practitioner_id = p.practitioner_id)
                          and not exists (
                              select from staff s
                              where s.clinic_id = p.clinic_id and s.practitioner_id = p.practitioner_id)""", clinic.value(), practitioner.value()) == 1;
    }

    private void archive(ClinicId clinic, PractitionerId practitioner) {
        sql.update("""
                update practitioners set archived = true, version = version + 1
                where clinic_id = ? and practitioner_id = ? and not archived""", clinic.value(), practitioner.value());
    }

    private static Practitioner practitioner(Row row) throws SQLException {
        return new Practitioner(
                new PractitionerId(row.uuid("practitioner_id")),
                new Plan(row.text("name"), row.textOrNull("title"), row.flag("archived")),
                row.integer("version"));
    }
}
