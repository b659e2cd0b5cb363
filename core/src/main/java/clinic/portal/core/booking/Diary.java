package clinic.portal.core.booking;

import clinic.portal.core.booking.DiaryEntries.Filter;
import clinic.portal.core.booking.DiaryEntries.Stretch;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The staff looking at appointments. */
public class Diary {
    /** Two months, with the days of a calendar's sheet before and after. */
    public static final int LONGEST_DAYS = 62;

    private final DiaryEntries entries;
    private final Clinics clinics;

    public Diary(DiaryEntries entries, Clinics clinics) {
        this.entries = entries;
        this.clinics = clinics;
    }

    /**
     * Also those that began before and are not over when the first day begins; the soonest first.
     *
     * @param from first day, in the clinic's zone
     * @param to last day
     * @throws Invalid for a range that is no range, or more than 62 days
     */
    public Page<DiaryEntry> list(Viewer.Staff viewer, LocalDate from, LocalDate to, Filter filter, PageRequest page) {
        var clinic = viewer.may(Right.APPOINTMENTS_READ).clinic();
        check(from, to);
        ZoneId zone = clinics.find(clinic).orElseThrow(NoSuchThing::new).zone();
        var stretch = new Stretch(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        return entries.within(clinic, stretch, filter, page);
    }

    /** @throws NoSuchThing also where it is another clinic's */
    public DiaryEntry show(Viewer.Staff viewer, AppointmentId id) {
        return entries.find(viewer.may(Right.APPOINTMENTS_READ).clinic(), id).orElseThrow(NoSuchThing::new);
    }

    private static void check(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Invalid(List.of(new Violation("?to", "before_from", "The last day is before the first.")));
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new Invalid(List.of(
                    new Violation("?to", "range_too_long", "Ask for at most %d days.".formatted(LONGEST_DAYS))));
        }
    }
}
