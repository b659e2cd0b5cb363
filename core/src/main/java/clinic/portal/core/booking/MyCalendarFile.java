package clinic.portal.core.booking;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.util.List;

/** A client's appointment, for their own calendar. */
public class MyCalendarFile {
    private final AppointmentList appointments;
    private final Clinics clinics;
    private final CalendarFiles files;
    private final Clock clock;

    public MyCalendarFile(AppointmentList appointments, Clinics clinics, CalendarFiles files, Clock clock) {
        this.appointments = appointments;
        this.clinics = clinics;
        this.files = files;
        this.clock = clock;
    }

    public String write(Viewer.Client viewer, AppointmentId id) {
        var appointment = appointments.find(viewer, id).orElseThrow(NoSuchThing::new);
        Clinic clinic = clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
        var entry = new CalendarEntry(
                id,
                "%s, %s".formatted(appointment.treatment().name(), clinic.name()),
                clinic.contact().address(),
                appointment.practitioner().name(),
                appointment.startsAt(),
                appointment.endsAt(),
                appointment.status() == AppointmentStatus.CANCELLED,
                appointment.version(),
                clock.instant());
        return files.write(clinic.name(), List.of(entry));
    }
}
