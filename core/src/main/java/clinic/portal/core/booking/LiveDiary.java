package clinic.portal.core.booking;

import clinic.portal.core.calendar.CalendarEvent;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Denied;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened in a clinic's diary, for whoever was let in to follow it. */
public class LiveDiary {
    private final CalendarEvents events;
    private final DiaryEntries diary;

    public LiveDiary(CalendarEvents events, DiaryEntries diary) {
        this.events = events;
        this.diary = diary;
    }

    /**
     * Asked before anybody is let in to follow it.
     *
     * @throws Denied for whom it is not
     */
    public void enter(Viewer.Staff viewer) {
        viewer.may(Right.APPOINTMENTS_READ);
    }

    /**
     * At most so many. Appointments are told as they are now, which may be later than what happened to them: who goes by
     * the higher version has it right.
     */
    public News after(ClinicId clinic, Position from, int most) {
        var reading = events.after(clinic, from, most);
        var changed = reading.events().stream().map(CalendarEvent::appointment).collect(Collectors.toSet());
        var entries = changed.isEmpty() ? List.<DiaryEntry>of() : diary.these(clinic, changed);
        var byId = entries.stream().collect(Collectors.toMap(DiaryEntry::id, Function.identity()));
        var told = reading.events().stream()
                .flatMap(event ->
                        Optional.ofNullable(byId.get(event.appointment()))
                                .map(entry -> new Told(event, entry))
                                .stream())
                .toList();
        return new News(told, reading.horizon(), reading.events().size() == most);
    }

    /** @param more whether there may be more already */
    public record News(List<Told> told, Position horizon, boolean more) {
        public News {
            told = List.copyOf(told);
        }
    }

    public record Told(CalendarEvent event, DiaryEntry appointment) {}
}
