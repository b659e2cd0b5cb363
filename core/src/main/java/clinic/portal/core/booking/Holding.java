package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Setting time aside for somebody who is still filling in the form (PAINS 5). */
public class Holding {
    public static final Duration LIFE = Duration.ofMinutes(5);

    private final Placing placing;
    private final Holds holds;
    private final Ids ids;

    public Holding(Placing placing, Holds holds, Ids ids) {
        this.placing = placing;
        this.holds = holds;
        this.ids = ids;
    }

    /** @param wish its hold, where it names one, makes way for the new one */
    public Hold hold(ClinicId clinic, Wish wish) {
        var found = placing.offered(clinic, wish);
        var earlier = wish.hold();
        if (earlier != null) {
            holds.release(clinic, earlier);
        }
        var id = new HoldId(ids.unguessable());
        Instant expiresAt = holds.add(clinic, id, found.place(), LIFE);
        return new Hold(
                id,
                expiresAt,
                new Named(found.place().practitioner().value(), found.practitionerName()),
                found.place().startsAt(),
                found.schedule().house().zone());
    }

    /** Whoever knows the id may. Nothing happens where it is gone already. */
    public void release(ClinicId clinic, HoldId id) {
        holds.release(clinic, id);
    }

    /**
     * Takes away holds that have expired.
     *
     * @return how many
     */
    public int tidy(ClinicId clinic) {
        return holds.tidy(clinic);
    }

    public record Hold(HoldId id, Instant expiresAt, Named practitioner, Instant startsAt, ZoneId zone) {}
}
