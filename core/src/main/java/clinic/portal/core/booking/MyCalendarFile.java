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
    private final DiaryEntries diary;
    private final Clinics clinics;
    private final CalendarFiles files;
    private final Clock clock;

    public MyCalendarFile(DiaryEntries diary, Clinics clinics, CalendarFiles files, Clock clock) {
        this.diary = diary;
        this.clinics = clinics;
        this.files = files;
        this.clock = clock;
    }

    public String write(Viewer.Client viewer, AppointmentId id) {
        var appointment = diary.find(viewer.clinic(), id)
                .filter(found -> found.client().id().equals(viewer.client().value()))
                .orElseThrow(NoSuchThing::new);
        Clinic clinic = clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
        var entry = CalendarEntry.forClient(appointment, clinic, clock.instant());
        return files.write(clinic.name(), List.of(entry));
    }
}
