package clinic.portal.persistence.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.Recipient;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

@Singleton
public class PostgresRecipients implements Recipients {
    private static final String CLIENTS = """
            select c.client_id, c.name, coalesce(c.locale, k.locale) as locale, c.email_opt_out, c.sms_opt_out
            from clients c join clinics k on k.clinic_id = c.clinic_id
            where c.clinic_id = ? and c.erased_at is null
            """;
    private static final String STAFF = """
            select s.staff_id, s.name, s.role, coalesce(s.locale, k.locale) as locale
            from staff s join clinics k on k.clinic_id = s.clinic_id
            where s.clinic_id = ? and s.left_at is null
            """;
    // Whose address it is proven to be; else whoever has proven nothing yet. Who has proven only the other address is
    // not let in by this one: a stranger may have booked as a guest with somebody's e-mail and a phone of their own.
    private static final String CLIENT_BY_EMAIL = CLIENTS + """
            and c.email = ? and (c.email_verified_at is not null or c.phone_verified_at is null)
            order by c.email_verified_at is null, c.created_at desc, c.client_id desc limit 1""";
    private static final String CLIENT_BY_PHONE = CLIENTS + """
            and c.phone = ? and (c.phone_verified_at is not null or c.email_verified_at is null)
            order by c.phone_verified_at is null, c.created_at desc, c.client_id desc limit 1""";
    private static final String STAFF_BY_EMAIL = STAFF + "and s.email = ?";
    private static final String STAFF_BY_PHONE = STAFF + "and s.phone = ?";

    private final Sql sql;

    public PostgresRecipients(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recipient> find(ClinicId clinic, Audience audience, Identifier identifier) {
        return switch (audience) {
            case PORTAL ->
                switch (identifier) {
                    case Identifier.Email email ->
                        sql.first(row -> client(row, "email_opt_out"), CLIENT_BY_EMAIL, clinic.value(), email.value());
                    case Identifier.Phone phone ->
                        sql.first(row -> client(row, "sms_opt_out"), CLIENT_BY_PHONE, clinic.value(), phone.value());
                };
            case STAFF ->
                switch (identifier) {
                    case Identifier.Email email ->
                        sql.first(PostgresRecipients::staff, STAFF_BY_EMAIL, clinic.value(), email.value());
                    case Identifier.Phone phone ->
                        sql.first(PostgresRecipients::staff, STAFF_BY_PHONE, clinic.value(), phone.value());
                };
        };
    }

    private static Recipient client(Row row, String optOut) throws SQLException {
        var subject = new Subject.OfClient(new ClientId(row.uuid("client_id")));
        return new Recipient(subject, row.text("name"), locale(row), row.flag(optOut));
    }

    private static Recipient staff(Row row) throws SQLException {
        var subject = new Subject.OfStaff(new StaffId(row.uuid("staff_id")), row.oneOf(Role.class, "role"));
        return new Recipient(subject, row.text("name"), locale(row), false);
    }

    private static Locale locale(Row row) throws SQLException {
        return Locale.forLanguageTag(row.text("locale"));
    }
}
