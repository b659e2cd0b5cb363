package clinic.portal.rest.stage;

import clinic.portal.core.booking.Attendance;
import clinic.portal.core.booking.Booking;
import clinic.portal.core.booking.Diary;
import clinic.portal.core.booking.DiaryBooking;
import clinic.portal.core.booking.DiaryChanges;
import clinic.portal.core.booking.GuestLimit;
import clinic.portal.core.booking.Holding;
import clinic.portal.core.booking.MyCalendarFile;
import clinic.portal.core.booking.MyChanges;
import clinic.portal.core.booking.PractitionerFeed;
import clinic.portal.core.booking.Prefill;
import clinic.portal.core.calendar.Absences;
import clinic.portal.core.calendar.Availability;
import clinic.portal.core.calendar.Departures;
import clinic.portal.core.calendar.Holidays;
import clinic.portal.core.calendar.Hours;
import clinic.portal.core.catalogue.PractitionerRoster;
import clinic.portal.core.catalogue.PublicCatalogue;
import clinic.portal.core.catalogue.RoomPlan;
import clinic.portal.core.catalogue.TreatmentCatalogue;
import clinic.portal.core.fixtures.FrontDesk;
import clinic.portal.core.shared.Idempotency;
import clinic.portal.core.shared.IdempotencyClaims;
import clinic.portal.core.shared.IdempotentWork;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Throttle;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The use cases of booking, of the world of the day: see {@link Stage}. */
final class DeskBeans {
    private static FrontDesk desk() {
        return Stage.working().desk;
    }

    @Produces
    @RequestScoped
    TreatmentCatalogue treatments() {
        return desk().treatments;
    }

    @Produces
    @RequestScoped
    PractitionerRoster practitioners() {
        return desk().practitioners;
    }

    @Produces
    @RequestScoped
    RoomPlan rooms() {
        return desk().rooms;
    }

    @Produces
    @RequestScoped
    PublicCatalogue publicCatalogue() {
        return desk().publicCatalogue;
    }

    @Produces
    @RequestScoped
    Hours hours() {
        return desk().hours;
    }

    @Produces
    @RequestScoped
    Absences absences() {
        return desk().absences;
    }

    @Produces
    @RequestScoped
    Holidays holidays() {
        return desk().holidays;
    }

    @Produces
    @RequestScoped
    Departures departures() {
        return desk().departures;
    }

    @Produces
    @RequestScoped
    Availability availability() {
        return desk().availability;
    }

    @Produces
    @RequestScoped
    Booking booking() {
        return desk().booking;
    }

    @Produces
    @RequestScoped
    Holding holding() {
        return desk().holding;
    }

    @Produces
    @RequestScoped
    Prefill prefill() {
        return desk().prefill;
    }

    @Produces
    @RequestScoped
    MyChanges myChanges() {
        return desk().myChanges;
    }

    @Produces
    @RequestScoped
    MyCalendarFile myCalendarFile() {
        return desk().myCalendarFile;
    }

    @Produces
    @RequestScoped
    Diary diary() {
        return desk().calendar;
    }

    @Produces
    @RequestScoped
    DiaryBooking diaryBooking() {
        return desk().diaryBooking;
    }

    @Produces
    @RequestScoped
    Attendance attendance() {
        return desk().attendance;
    }

    @Produces
    @RequestScoped
    DiaryChanges diaryChanges() {
        return desk().diaryChanges;
    }

    @Produces
    @RequestScoped
    PractitionerFeed practitionerFeed() {
        return desk().practitionerFeed;
    }

    @Produces
    @Singleton
    GuestLimit guestLimit(Throttle throttle) {
        return new GuestLimit(throttle);
    }

    @Produces
    @RequestScoped
    IdempotencyClaims claims() {
        return desk().claims;
    }

    @Produces
    @RequestScoped
    IdempotentWork work() {
        return new IdempotentWork(desk().attempts);
    }

    @Produces
    @Singleton
    Idempotency idempotency(IdempotencyClaims claims, IdempotentWork work) {
        return new Idempotency(claims, work, new IdsOfTheDay());
    }

    static final class IdsOfTheDay implements Ids {
        @Override
        public UUID next() {
            return Stage.world().ids.next();
        }

        @Override
        public UUID unguessable() {
            return Stage.world().ids.unguessable();
        }
    }
}
