package clinic.portal.core.booking;

import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.Appointment.Terms;
import clinic.portal.core.calendar.Eligibility;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Finds a place for an appointment, while nobody else can take it: by the same function that offered it. */
public final class Placing {
    private final Schedules schedules;
    private final Visits visits;
    private final Holds holds;
    private final Clock clock;

    public Placing(Schedules schedules, Visits visits, Holds holds, Clock clock) {
        this.schedules = schedules;
        this.visits = visits;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * By a client, or for one.
     *
     * @throws NoSuchThing while the portal is off, and for a treatment that clients cannot book
     * @throws BookingOff while the clinic takes no bookings
     * @throws SlotTaken where only somebody else is in the way
     * @throws SlotNotOffered where the clinic does not offer it then
     */
    Found offered(ClinicId clinic, Wish wish) {
        return offered(clinic, wish, null);
    }

    Found offered(ClinicId clinic, Wish wish, @Nullable AppointmentId moving) {
        Schedule schedule = read(clinic, wish, moving);
        if (!schedule.house().portalOn()) {
            throw new NoSuchThing();
        }
        if (!schedule.treatment().bookableOnline()) {
            // Whoever has an appointment for it knows that it exists.
            throw moving == null ? new NoSuchThing() : new SlotNotOffered();
        }
        if (!schedule.house().bookingOn()) {
            throw new BookingOff();
        }
        return new Found(schedule, Choice.offered(schedule, wish.startsAt(), clock.instant(), held(clinic, wish)));
    }

    /** Whom the client was told of when the time was held for them. */
    private @Nullable PractitionerId held(ClinicId clinic, Wish wish) {
        var hold = wish.hold();
        return hold == null || wish.practitioner() != null
                ? wish.practitioner()
                : holds.practitionerOf(clinic, hold).orElse(null);
    }

    /**
     * By the staff: at any time after {@code earliest} at which practitioner and room are free.
     *
     * @param overbook why it shall be there even where they are not; absent where it shall not
     * @throws SlotTaken where they are not
     * @throws SlotNotOffered where that time is too early, or the practitioner does not do this treatment
     */
    Found anywhere(
            ClinicId clinic, Wish wish, @Nullable AppointmentId moving, Instant earliest, @Nullable String overbook) {
        Schedule schedule = read(clinic, wish, moving);
        return new Found(schedule, Choice.anywhere(schedule, wish.startsAt(), earliest, overbook));
    }

    /**
     * Whether this client may have this treatment on that day.
     *
     * @throws TreatmentRequired where something must come before it
     * @throws TooSoon where it is too near to another of theirs
     */
    void requireEligible(ClinicId clinic, ClientId client, Found found, @Nullable AppointmentId moving) {
        var zone = found.schedule().house().zone();
        if (found.treatment().loginRequired()) {
            // Or two at once, with two practitioners, would not see each other.
            visits.alone(clinic, client);
        }
        var eligibility = Eligibility.of(clinic, client, found.schedule().treatment(), zone, visits, moving);
        LocalDate day = LocalDate.ofInstant(found.place().startsAt(), zone);
        // Whoever has the appointment already keeps it, whatever the clinic requires since.
        if (moving == null && !eligibility.prepared()) {
            throw new TreatmentRequired();
        }
        if (!eligibility.farEnough(day)) {
            throw new TooSoon(eligibility.firstAfter(day));
        }
    }

    private Schedule read(ClinicId clinic, Wish wish, @Nullable AppointmentId moving) {
        // The clinic's zone is not known before the answer; its day is at most one off from Greenwich's.
        LocalDate day = LocalDate.ofInstant(wish.startsAt(), ZoneOffset.UTC);
        return schedules
                .readAlone(
                        clinic,
                        new Query(
                                wish.treatment(),
                                wish.practitioner(),
                                day.minusDays(1),
                                day.plusDays(1),
                                wish.hold(),
                                moving))
                .orElseThrow(NoSuchThing::new);
    }

    /** @param schedule as it was read, and still is */
    record Found(Schedule schedule, Place place) {
        Treatment treatment() {
            return schedule.treatment();
        }

        /** As it is booked, on the terms of today. */
        Appointment appointment(AppointmentId id, ClientId client, Wish wish) {
            return new Appointment(
                    id,
                    client,
                    treatment().id(),
                    place,
                    new Terms(
                            treatment().plan().price(),
                            schedule.house().policy().cancelNotice()),
                    schedule.house().zone(),
                    AppointmentStatus.BOOKED,
                    wish.notes(),
                    null,
                    0);
        }

        String practitionerName() {
            return schedule.practitioners().stream()
                    .filter(each -> each.practitioner().equals(place.practitioner()))
                    .map(Schedule.Column::name)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
