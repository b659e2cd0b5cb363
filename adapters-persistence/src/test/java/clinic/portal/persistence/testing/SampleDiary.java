package clinic.portal.persistence.testing;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.Appointment.Terms;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.Schedules.Query;
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
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clinic whose one treatment can be booked, of half an hour with buffers of ten minutes before and twenty after. */
public final class SampleDiary {
    public static final LocalDate DAY = LocalDate.parse("2026-06-15");
    public static final Instant TEN = Instant.parse("2026-06-15T10:00:00Z");

    public final SampleClinic clinic = new SampleClinic();
    public final ClientId client = clinic.client();
    public final PractitionerId ada = new PractitionerId(clinic.practitioner);
    public final TreatmentId peel = new TreatmentId(clinic.treatment);

    public SampleDiary() {
        canDo(ada);
    }

    public PractitionerId practitioner(String name) {
        var practitioner = new PractitionerId(UUID.randomUUID());
        SampleClinic.run(
                "insert into practitioners (clinic_id, practitioner_id, name) values (?, ?, ?)",
                clinic.id.value(),
                practitioner.value(),
                name);
        canDo(practitioner);
        return practitioner;
    }

    private void canDo(PractitionerId practitioner) {
        SampleClinic.run(
                "insert into treatment_practitioners values (?, ?, ?)",
                clinic.id.value(),
                clinic.treatment,
                practitioner.value());
    }

    /** From now on the treatment needs such a room. */
    public RoomId room(String kind) {
        var room = new RoomId(UUID.randomUUID());
        SampleClinic.run(
                "insert into rooms (clinic_id, room_id, name, kind) values (?, ?, 'Room', ?)",
                clinic.id.value(),
                room.value(),
                kind);
        SampleClinic.run(
                "update treatments set room_kind = ? where clinic_id = ? and treatment_id = ?",
                kind,
                clinic.id.value(),
                clinic.treatment);
        return room;
    }

    public Query on(LocalDate from, LocalDate to) {
        return new Query(peel, null, from, to, null, null);
    }

    public Query seeing(@Nullable HoldId own, @Nullable AppointmentId moving) {
        return new Query(peel, null, DAY, DAY, own, moving);
    }

    public static Place place(PractitionerId practitioner, @Nullable RoomId room, Instant startsAt) {
        return new Place(
                practitioner,
                room,
                startsAt,
                startsAt.plusSeconds(1800),
                Duration.ofMinutes(10),
                Duration.ofMinutes(20));
    }

    public Appointment appointment(Place place) {
        return new Appointment(
                new AppointmentId(UUID.randomUUID()),
                client,
                peel,
                place,
                new Terms(new Money(5000, Currency.getInstance("GBP")), Duration.ofDays(1)),
                ZoneId.of("Europe/London"),
                AppointmentStatus.BOOKED,
                "Back door, please",
                null,
                0);
    }
}
