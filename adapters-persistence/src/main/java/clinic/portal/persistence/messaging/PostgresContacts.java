package clinic.portal.persistence.messaging;

import clinic.portal.core.messaging.Contact;
import clinic.portal.core.messaging.Contacts;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

@Singleton
public class PostgresContacts implements Contacts {
    private final Sql sql;

    public PostgresContacts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Once one of the two is proven, only what is proven: or whoever has typed somebody else's number beside their own
     * address could have that somebody told of each booking they make.
     */
    @Override
    public Optional<Contact> find(ClinicId clinic, ClientId client) {
        return sql.first(PostgresContacts::contact, """
                select c.name,
                       case when c.email_verified_at is not null or c.phone_verified_at is null then c.email end as email,
                       case when c.phone_verified_at is not null or c.email_verified_at is null then c.phone end as phone, coalesce(c.locale, k.locale) as locale, c.email_opt_out, c.sms_opt_out
                from clients c join clinics k on k.clinic_id = c.clinic_id
                where c.clinic_id = ? and c.client_id = ? and c.erased_at is null""", clinic.value(), client.value());
    }

    private static Contact contact(Row row) throws SQLException {
        String email = row.textOrNull("email");
        String phone = row.textOrNull("phone");
        return new Contact(
                row.text("name"),
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone),
                Locale.forLanguageTag(row.text("locale")),
                row.flag("email_opt_out"),
                row.flag("sms_opt_out"));
    }
}
