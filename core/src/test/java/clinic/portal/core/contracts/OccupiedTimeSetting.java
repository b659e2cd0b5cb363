package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.Appointment.Terms;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the contract about occupied time stands on. The clinic is in London; nobody there has anything to do that day. */
public abstract class OccupiedTimeSetting {
    /** The Wednesday that all of it happens on, by the clinic's clocks. */
    protected static final LocalDate DAY = LocalDate.parse("2026-06-17");

    private long made = 600;

    protected abstract Appointments appointments();

    protected abstract Holds holds();

    protected abstract TimesOff timesOff();

    protected abstract Schedules schedules();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic}. */
    protected abstract ClientId client();

    /** Half an hour, by {@link #noor} and {@link #iris}, in a room of the kind that {@link #room} is the only one of. */
    protected abstract Treatment treatment();

    protected abstract Practitioner noor();

    protected abstract Practitioner iris();

    protected abstract Room room();

    /** Moves the store's clock, or all that is stored the other way; a few minutes at most. */
    protected abstract void elapse(Duration time);

    /** With {@link #noor}, without a room; ten minutes are needed before it and fifteen after it. */
    protected final Place place(String start) {
        return place(noor(), null, start);
    }

    protected final Place place(Practitioner with, @Nullable Room in, String start) {
        var startsAt = at(DAY + "T" + start);
        return new Place(
                with.id(),
                in == null ? null : in.id(),
                startsAt,
                startsAt.plus(Duration.ofMinutes(30)),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15));
    }

    protected final Place overbooked(Practitioner with, @Nullable Room in, String start) {
        var place = place(with, in, start);
        return new Place(
                place.practitioner(),
                place.room(),
                place.startsAt(),
                place.endsAt(),
                place.bufferBefore(),
                place.bufferAfter(),
                "She is in pain");
    }

    protected final Appointment anAppointment(Place place) {
        return new Appointment(
                new AppointmentId(uuid(++made)),
                client(),
                treatment().id(),
                place,
                new Terms(Fixtures.pounds(80), Duration.ofHours(24)),
                LONDON,
                AppointmentStatus.BOOKED,
                "Sensitive skin",
                null,
                0);
    }

    protected final Appointment booked(Place place) {
        var appointment = anAppointment(place);
        appointments().add(clinic(), appointment);
        return appointment;
    }

    protected final HoldId held(Place place) {
        var id = new HoldId(uuid(++made));
        holds().add(clinic(), id, place, Duration.ofMinutes(5));
        return id;
    }

    /** Whether Noor has nothing to do between two times of the day. */
    protected final boolean isFree(String from, String to) {
        return isFree(from, to, null, null);
    }

    protected final boolean isFree(String from, String to, @Nullable HoldId holding, @Nullable AppointmentId moving) {
        return read(holding, moving).practitioners().stream()
                .filter(each -> each.practitioner().equals(noor().id()))
                .findFirst()
                .orElseThrow()
                .busy()
                .isFree(second(from), second(to));
    }

    protected final boolean roomIsFree(String from, String to) {
        return read(null, null).rooms().getFirst().busy().isFree(second(from), second(to));
    }

    protected final Schedule read(@Nullable HoldId holding, @Nullable AppointmentId moving) {
        return schedules().read(clinic(), query(holding, moving)).orElseThrow();
    }

    protected final Query query(@Nullable HoldId holding, @Nullable AppointmentId moving) {
        return new Query(treatment().id(), null, DAY.minusDays(1), DAY.plusDays(1), holding, moving);
    }

    protected static long second(String local) {
        return at(DAY + "T" + local).getEpochSecond();
    }
}
