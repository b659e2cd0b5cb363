package clinic.portal.app.booking;

import clinic.portal.core.booking.AppointmentBook;
import clinic.portal.core.booking.AppointmentNews;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Bookers;
import clinic.portal.core.booking.GuestLimit;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.booking.Placing;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.client.Guests;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Throttle;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the use cases of booking share; no transactions of their own. */
final class BookingParts {

    @Produces
    @Singleton
    Placing placing(Schedules schedules, Visits visits, Holds holds, Clock clock) {
        return new Placing(schedules, visits, holds, clock);
    }

    @Produces
    @Singleton
    AppointmentBook book(Appointments appointments, Holds holds, PackageSessions sessions, AppointmentNews news) {
        return new AppointmentBook(appointments, holds, sessions, news);
    }

    @Produces
    @Singleton
    Bookers bookers(OneTimeKeys keys, Secrets secrets, Guests guests, PhoneNumbers numbers, Clinics clinics, Ids ids) {
        return new Bookers(keys, secrets, guests, numbers, clinics, ids);
    }

    @Produces
    @Singleton
    GuestLimit guestLimit(Throttle throttle) {
        return new GuestLimit(throttle);
    }
}
