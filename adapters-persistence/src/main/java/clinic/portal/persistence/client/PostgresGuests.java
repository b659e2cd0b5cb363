package clinic.portal.persistence.client;

import clinic.portal.core.client.Guests;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class PostgresGuests implements Guests {
    /** Taken after those of booking, and no other after it. */
    private static final int LOCK_GUEST = 7114;

    private final Sql sql;

    public PostgresGuests(Sql sql) {
        this.sql = sql;
    }

    /**
     * The look is a statement of its own after the lock: it sees whom others have added meanwhile. Whoever is found is
     * neither erased nor merged until the booking is written; whoever just was is not found.
     */
    @Override
    public Optional<ClientId> match(ClinicId clinic, EmailAddress email, PhoneNumber phone) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                LOCK_GUEST,
                clinic.value() + " " + email.value() + " " + phone.value());
        return sql.first(row -> new ClientId(row.uuid("client_id")), """
                select client_id from clients
                where clinic_id = ? and email = ? and phone = ? and erased_at is null
                order by email_verified_at is null and phone_verified_at is null, client_id limit 1
                for key share""", clinic.value(), email.value(), phone.value());
    }

    @Override
    public void add(ClinicId clinic, ClientId id, String name, EmailAddress email, PhoneNumber phone) {
        sql.update("""
                insert into clients (clinic_id, client_id, name, email, phone, email_verified_at, phone_verified_at)
                values (?, ?, ?, ?, ?, null, null)""", clinic.value(), id.value(), name, email.value(), phone.value());
    }
}
