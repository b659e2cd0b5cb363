package clinic.portal.core.fakes;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.client.Profile;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.util.function.Predicate;

/** Catalogue, hours and appointments of all clinics, which hang together: each port is one of its parts. */
public final class InMemoryDiary {
    public final InMemoryTreatments treatments = new InMemoryTreatments();
    public final InMemoryPractitioners practitioners = new InMemoryPractitioners(treatments);
    public final InMemoryRooms rooms = new InMemoryRooms();
    public final InMemoryHours hours;
    public final InMemoryTimesOff timesOff;
    public final InMemoryClosures closures;
    public final InMemoryAppointments appointments;
    public final InMemoryHolds holds;
    public final InMemorySchedules schedules;
    /** The ports {@code DiaryEntries}, {@code BookedAhead} and {@code Visits}. */
    public final InMemoryDiaryEntries entries = new InMemoryDiaryEntries(this);

    final InMemoryClinics clinics;
    private final InMemoryProfiles profiles;

    public InMemoryDiary(Clock clock, InMemoryClinics clinics, InMemoryProfiles profiles) {
        this.clinics = clinics;
        this.profiles = profiles;
        this.hours = new InMemoryHours(practitioners, clinics);
        var occupied = new OccupiedTime(clock);
        this.timesOff = new InMemoryTimesOff(occupied);
        this.closures = new InMemoryClosures(clinics);
        this.appointments = new InMemoryAppointments(this, occupied);
        this.holds = new InMemoryHolds(occupied, clock);
        this.schedules = new InMemorySchedules(this, occupied);
        treatments.keepWhat(
                (clinic, id) -> isBooked(clinic, each -> each.treatment().equals(id)));
        practitioners.keepWhat((clinic, id) ->
                isBooked(clinic, each -> each.place().practitioner().equals(id)));
        rooms.keepWhat(
                (clinic, id) -> isBooked(clinic, each -> id.equals(each.place().room())));
    }

    String nameOf(ClinicId clinic, TreatmentId id) {
        return treatments.find(clinic, id).orElseThrow().plan().name();
    }

    String nameOf(ClinicId clinic, PractitionerId id) {
        return practitioners.find(clinic, id).orElseThrow().plan().name();
    }

    String nameOf(ClinicId clinic, RoomId id) {
        return rooms.find(clinic, id).orElseThrow().plan().name();
    }

    String nameOf(ClinicId clinic, ClientId id) {
        return profiles.find(clinic, id).map(Profile::name).orElse("");
    }

    private boolean isBooked(ClinicId clinic, Predicate<Appointment> which) {
        return appointments.of(clinic).anyMatch(item -> which.test(item.appointment()));
    }
}
