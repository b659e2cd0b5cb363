package clinic.portal.app.booking;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.booking.AppointmentBook;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Attendance;
import clinic.portal.core.booking.Diary;
import clinic.portal.core.booking.DiaryBooking;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.Placing;
import clinic.portal.core.client.Clients;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The staff's calendar; each call a transaction. */
final class DiaryUseCases {
    private DiaryUseCases() {}

    @Singleton
    @Transacted
    static class TransactedDiary extends Diary {
        TransactedDiary(DiaryEntries entries, Clinics clinics) {
            super(entries, clinics);
        }
    }

    @Singleton
    @Transacted
    static class TransactedDiaryBooking extends DiaryBooking {
        TransactedDiaryBooking(
                Placing placing, AppointmentBook book, DiaryEntries entries, Clients clients, Ids ids, Clock clock) {
            super(placing, book, entries, clients, ids, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedAttendance extends Attendance {
        TransactedAttendance(Appointments appointments, DiaryEntries entries, AppointmentBook book, Clock clock) {
            super(appointments, entries, book, clock);
        }
    }
}
