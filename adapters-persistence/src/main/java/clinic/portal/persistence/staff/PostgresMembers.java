package clinic.portal.persistence.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Member.Plan;
import clinic.portal.core.staff.Members;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresMembers implements Members {
    /** Next to those of the login's links; whoever holds it takes rows of staff, sessions and links after it. */
    private static final int LOCK_TEAM = 7131;

    private static final String SELECT = """
            select s.*, exists (
                       select from second_factors f
                       where f.clinic_id = s.clinic_id and f.staff_id = s.staff_id and f.confirmed_at is not null
                   ) as second_factor
            from staff s
            """;
    private static final String FIND = SELECT + "where s.clinic_id = ? and s.staff_id = ?";
    private static final String LIST = SELECT + """
            where s.clinic_id = ? and (s.left_at is not null) = ? and (s.name, s.staff_id) > (?, ?)
            order by s.name, s.staff_id limit ?""";
    private static final String TAKEN = """
            select what from (values ('email', ?::text), ('phone', ?::text), ('practitioner', ?::text)) wanted (what, value)
            where exists (
                select from staff s
                where s.clinic_id = ? and s.staff_id <> ? and s.left_at is null
                  and case what when 'email' then s.email when 'phone' then s.phone else s.practitioner_id::text end
                      = wanted.value)""";

    private final Sql sql;

    public PostgresMembers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Member> find(ClinicId clinic, StaffId member) {
        return sql.first(PostgresMembers::member, FIND, clinic.value(), member.value());
    }

    @Override
    public Page<Member> list(ClinicId clinic, boolean left, PageRequest page) {
        var from = Paging.byName(page);
        var rows =
                sql.list(PostgresMembers::member, LIST, clinic.value(), left, from.key(), from.id(), Paging.rows(page));
        return Page.cut(rows, page, Member::cursor);
    }

    @Override
    public void lockTeam(ClinicId clinic) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                LOCK_TEAM,
                clinic.value().toString());
    }

    @Override
    public Set<Taken> taken(ClinicId clinic, StaffId besides, Plan plan) {
        UUID practitioner = practitioner(plan);
        return Set.copyOf(sql.list(
                row -> row.oneOf(Taken.class, "what"),
                TAKEN,
                plan.email().value(),
                phone(plan),
                practitioner == null ? null : practitioner.toString(),
                clinic.value(),
                besides.value()));
    }

    @Override
    public int owners(ClinicId clinic) {
        return sql.first(row -> row.integer("owners"), """
                        select count(*) as owners from staff
                        where clinic_id = ? and role = 'owner' and left_at is null""", clinic.value()).orElseThrow();
    }

    @Override
    public void add(ClinicId clinic, Member member) {
        var plan = member.plan();
        sql.update(
                """
                insert into staff (clinic_id, staff_id, name, email, phone, locale, role, practitioner_id, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                member.id().value(),
                plan.name(),
                plan.email().value(),
                phone(plan),
                locale(plan),
                plan.role(),
                practitioner(plan),
                member.version());
    }

    @Override
    public boolean replace(ClinicId clinic, Member member) {
        var plan = member.plan();
        return sql.update(
                        """
                        update staff
                        set name = ?, email = ?, phone = ?, locale = ?, role = ?, practitioner_id = ?, left_at = ?,
                            version = ?
                        where clinic_id = ? and staff_id = ? and version = ?""",
                        plan.name(),
                        plan.email().value(),
                        phone(plan),
                        locale(plan),
                        plan.role(),
                        practitioner(plan),
                        member.leftAt(),
                        member.version(),
                        clinic.value(),
                        member.id().value(),
                        member.version() - 1)
                == 1;
    }

    private static @Nullable String phone(Plan plan) {
        PhoneNumber phone = plan.phone();
        return phone == null ? null : phone.value();
    }

    private static @Nullable String locale(Plan plan) {
        Locale locale = plan.locale();
        return locale == null ? null : locale.toLanguageTag();
    }

    private static @Nullable UUID practitioner(Plan plan) {
        PractitionerId practitioner = plan.practitioner();
        return practitioner == null ? null : practitioner.value();
    }

    private static Member member(Row row) throws SQLException {
        String phone = row.textOrNull("phone");
        String locale = row.textOrNull("locale");
        UUID practitioner = row.uuidOrNull("practitioner_id");
        return new Member(
                new StaffId(row.uuid("staff_id")),
                new Plan(
                        row.text("name"),
                        new EmailAddress(row.text("email")),
                        phone == null ? null : new PhoneNumber(phone),
                        locale == null ? null : Locale.forLanguageTag(locale),
                        row.oneOf(Role.class, "role"),
                        practitioner == null ? null : new PractitionerId(practitioner)),
                row.flag("second_factor"),
                row.has("left_at") ? row.instant("left_at") : null,
                row.integer("version"));
    }
}
