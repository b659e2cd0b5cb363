package clinic.portal.persistence.shared;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import jakarta.inject.Singleton;

/**
 * Who must wait for whom when time is taken: whoever books holds the clinic's lock together with others and a
 * practitioner's alone; whoever changes the rules holds the clinic's alone. The clinic's first, always;
 * {@code schedule_alone} in {@code R__schedules.sql} goes on with several practitioners and a kind of room. Numbered next to
 * the locks of the login, none of which is taken with these.
 */
@Singleton
public class BookingLocks {
    private static final int CLINIC = 7111;
    private static final int PRACTITIONER = 7112;

    private final Sql sql;

    public BookingLocks(Sql sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, nobody else takes or gives back this practitioner's time. */
    public void practitioner(ClinicId clinic, PractitionerId practitioner) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock_shared(?, hashtext(?)), pg_advisory_xact_lock(?, hashtext(?))",
                CLINIC,
                clinic.value().toString(),
                PRACTITIONER,
                clinic.value() + " " + practitioner.value());
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
