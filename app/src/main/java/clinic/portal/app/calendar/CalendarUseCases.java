package clinic.portal.app.calendar;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.calendar.Absences;
import clinic.portal.core.calendar.Availability;
import clinic.portal.core.calendar.BookedAhead;
import clinic.portal.core.calendar.Closures;
import clinic.portal.core.calendar.Departures;
import clinic.portal.core.calendar.Holidays;
import clinic.portal.core.calendar.Hours;
import clinic.portal.core.calendar.HoursBook;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hours, and what is free within them; each call a transaction. */
final class CalendarUseCases {
    private CalendarUseCases() {}

    @Singleton
    @Transacted
    static class TransactedAvailability extends Availability {
        TransactedAvailability(Schedules schedules, Visits visits, Clock clock) {
            super(schedules, visits, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedHours extends Hours {
        TransactedHours(HoursBook hours, Schedules schedules, BookedAhead booked, Clock clock) {
            super(hours, schedules, booked, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedAbsences extends Absences {
        TransactedAbsences(
                TimesOff timesOff, HoursBook hours, Schedules schedules, BookedAhead booked, Ids ids, Clock clock) {
            super(timesOff, hours, schedules, booked, ids, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedHolidays extends Holidays {
        TransactedHolidays(Closures closures, Schedules schedules, BookedAhead booked, Ids ids, Clock clock) {
            super(closures, schedules, booked, ids, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedDepartures extends Departures {
        TransactedDepartures(Practitioners practitioners, Schedules schedules, BookedAhead booked, Clock clock) {
            super(practitioners, schedules, booked, clock);
        }
    }
}
