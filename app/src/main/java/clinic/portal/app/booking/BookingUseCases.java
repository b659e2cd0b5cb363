package clinic.portal.app.booking;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.booking.AppointmentBook;
import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Bookers;
import clinic.portal.core.booking.Booking;
import clinic.portal.core.booking.CalendarFiles;
import clinic.portal.core.booking.DiaryChanges;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.booking.Holding;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.booking.MyCalendarFile;
import clinic.portal.core.booking.MyChanges;
import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.booking.Placing;
import clinic.portal.core.booking.PractitionerFeed;
import clinic.portal.core.booking.Prefill;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Secrets;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Appointments and how they come about; each call a transaction. */
final class BookingUseCases {
    private BookingUseCases() {}

    @Singleton
    @Transacted
    static class TransactedBooking extends Booking {
        TransactedBooking(Placing placing, AppointmentBook book, Bookers bookers, Ids ids) {
            super(placing, book, bookers, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedHolding extends Holding {
        TransactedHolding(Placing placing, Holds holds, Ids ids) {
            super(placing, holds, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedPrefill extends Prefill {
        TransactedPrefill(
                OneTimeKeys keys, Profiles profiles, Clinics clinics, Secrets secrets, PortalAddresses addresses) {
            super(keys, profiles, clinics, secrets, addresses);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyChanges extends MyChanges {
        TransactedMyChanges(
                Appointments appointments,
                AppointmentList list,
                AppointmentBook book,
                Placing placing,
                Schedules schedules,
                Clock clock) {
            super(appointments, list, book, placing, schedules, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedDiaryChanges extends DiaryChanges {
        TransactedDiaryChanges(
                Appointments appointments,
                DiaryEntries entries,
                AppointmentBook book,
                Placing placing,
                Schedules schedules,
                Clock clock) {
            super(appointments, entries, book, placing, schedules, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyCalendarFile extends MyCalendarFile {
        TransactedMyCalendarFile(DiaryEntries diary, Clinics clinics, CalendarFiles files, Clock clock) {
            super(diary, clinics, files, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedPractitionerFeed extends PractitionerFeed {
        TransactedPractitionerFeed(
                FeedKeys keys,
                Practitioners practitioners,
                DiaryEntries diary,
                Clinics clinics,
                Secrets secrets,
                CalendarFiles files,
                Clock clock) {
            super(keys, practitioners, diary, clinics, secrets, files, clock);
        }
    }
}
