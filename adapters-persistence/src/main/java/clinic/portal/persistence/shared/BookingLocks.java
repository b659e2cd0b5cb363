package clinic.portal.persistence.shared;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import jakarta.inject.Singleton;

/**
 * Who must wait for whom when time is taken: whoever books holds the clinic's lock together with others and a
 * practitioner's alone; whoever changes the rules holds the clinic's alone. The clinic's first, always;
 * {@code wait_for_schedule} in {@code R__schedules.sql} goes on with several practitioners and a kind of room. Numbered next to
 * the locks of the login, none of which is taken with these.
 */
@Singleton
public class BookingLocks {
    private static final int CLINIC = 7111;
    private static final int PRACTITIONER = 7112;
    /** 7113, a kind of room, is taken by functions of the database only; 7114 by whoever matches a guest. */
    private static final int CLIENT = 7115;

    private final Sql sql;

    public BookingLocks(Sql sql) {
        this.sql = sql;
    }

    /**
     * Until the transaction ends, nobody else takes this practitioner's time, or gives any of it back but holds.
     */
    public void practitioner(ClinicId clinic, PractitionerId practitioner) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock_shared(?, hashtext(?)), pg_advisory_xact_lock(?, hashtext(?))",
                CLINIC,
                clinic.value().toString(),
                PRACTITIONER,
                clinic.value() + " " + practitioner.value());
    }

    /** Until the transaction ends, nobody else books under this client's conditions; after all the others. */
    public void client(ClinicId clinic, ClientId client) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                CLIENT,
                clinic.value() + " " + client.value());
    }

    /** Until the transaction ends, nobody books at this clinic. */
    public void wholeClinic(ClinicId clinic) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                CLINIC,
                clinic.value().toString());
    }
}
