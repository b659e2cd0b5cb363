package clinic.portal.core.booking;

import clinic.portal.core.booking.AppointmentView.Lock;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment, and what may become of it.
 *
 * @param place when, with whom and where
 * @param terms what it was booked on; they stay as they were, whatever the clinic changes later
 * @param zone the clinic's
 * @param notes the client's own, for the clinic
 * @param cancellation present exactly where it is cancelled
 * @param version grows with every change, from 0; also the SEQUENCE of its calendar entry
 */
public record Appointment(
        AppointmentId id,
        ClientId client,
        TreatmentId treatment,
        Place place,
        Terms terms,
        ZoneId zone,
        AppointmentStatus status,
        @Nullable String notes,
        @Nullable Cancellation cancellation,
        int version) {

    /** @param notice how long before the start the client may still cancel or move it */
    public record Terms(Money price, Duration notice) {}

    public record Cancellation(By by, @Nullable String reason) {}

    public enum By {
        CLIENT,
        STAFF
    }

    /** @throws AppointmentLocked where it is past, done, cancelled, or too late for the client */
    public Appointment cancelledByClient(Instant now, @Nullable String reason) {
        requireUnlocked(now);
        return cancelled(new Cancellation(By.CLIENT, reason));
    }

    /**
     * The staff need no notice, and may cancel what has begun.
     *
     * @throws AppointmentLocked where it is completed, cancelled, or the client did not come
     */
    public Appointment cancelledByStaff(@Nullable String reason) {
        requireNext(AppointmentStatus.CANCELLED);
        return cancelled(new Cancellation(By.STAFF, reason));
    }

    /**
     * What became of it, noted by the staff: that the client is there, was, or never came; or that it is booked as before,
     * where the wrong thing was noted.
     *
     * @throws AppointmentLocked where that does not follow on what it is now; where the client is to be there on a day
     *     before, or it is to be over before it has begun; and where its end is to be taken back later than the day after,
     *     in the clinic's zone
     */
    public Appointment noted(AppointmentStatus next, Instant now) {
        requireNext(next);
        if (next == AppointmentStatus.ARRIVED && day(now).isBefore(day(place.startsAt()))) {
            throw new AppointmentLocked(AppointmentLocked.Reason.NOT_BEGUN);
        }
        boolean over = next == AppointmentStatus.COMPLETED || next == AppointmentStatus.NO_SHOW;
        if (over && now.isBefore(place.startsAt())) {
            throw new AppointmentLocked(AppointmentLocked.Reason.NOT_BEGUN);
        }
        if (next == AppointmentStatus.BOOKED
                && status != AppointmentStatus.ARRIVED
                && day(now).isAfter(day(place.endsAt()).plusDays(1))) {
            throw new AppointmentLocked(AppointmentLocked.Reason.OTHER_DAY);
        }
        return new Appointment(id, client, treatment, place, terms, zone, next, notes, cancellation, version + 1);
    }

    private void requireNext(AppointmentStatus next) {
        if (!status.next().contains(next)) {
            throw new AppointmentLocked(AppointmentLocked.Reason.of(status));
        }
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** @throws AppointmentLocked where the client can no longer move it; asked before a new place is looked for */
    public void requireUnlocked(Instant now) {
        Lock.of(status, place.startsAt(), terms.notice(), now).ifPresent(lock -> {
            throw new AppointmentLocked(
                    lock, place.startsAt().minus(terms.notice()).atZone(zone));
        });
    }

    /** @throws AppointmentLocked where it is no longer booked, or has begun */
    public void requireStillToCome(Instant now) {
        if (status == AppointmentStatus.BOOKED && !now.isBefore(place.startsAt())) {
            throw new AppointmentLocked(Lock.STARTED, null);
        }
        if (status != AppointmentStatus.BOOKED) {
            throw new AppointmentLocked(AppointmentLocked.Reason.of(status));
        }
    }

    /** Whether it is with them at that time already: then there is nothing to move, and nothing to tell. */
    boolean isAt(Place there) {
        return place.practitioner().equals(there.practitioner())
                && place.startsAt().equals(there.startsAt());
    }

    /** The same appointment at another time or place. */
    public Appointment moved(Place to) {
        return new Appointment(id, client, treatment, to, terms, zone, status, notes, cancellation, version + 1);
    }

    private Appointment cancelled(Cancellation how) {
        return new Appointment(
                id, client, treatment, place, terms, zone, AppointmentStatus.CANCELLED, notes, how, version + 1);
    }

    /**
     * When, with whom and where.
     *
     * @param room where the treatment needs one of a certain kind
     * @param bufferBefore time that practitioner and room are taken before it
     * @param bufferAfter the same after it
     * @param overbooked why it is there although others have some of that time; absent where all of it is its own
     */
    public record Place(
            PractitionerId practitioner,
            @Nullable RoomId room,
            Instant startsAt,
            Instant endsAt,
            Duration bufferBefore,
            Duration bufferAfter,
            @Nullable String overbooked) {
        /** Where nobody else is. */
        public Place(
                PractitionerId practitioner,
                @Nullable RoomId room,
                Instant startsAt,
                Instant endsAt,
                Duration bufferBefore,
                Duration bufferAfter) {
            this(practitioner, room, startsAt, endsAt, bufferBefore, bufferAfter, null);
        }
    }
}
