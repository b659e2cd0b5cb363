package clinic.portal.app.jobs;

import clinic.portal.core.booking.Holding;
import clinic.portal.core.booking.Prefill;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalSettings;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Previews;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.IdempotencyClaims;
import clinic.portal.persistence.shared.Bucket4jThrottle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** Forgets what nobody can use any more, one clinic after the other. */
@Singleton
final class Tidying {
    /** Far longer than any instance is held up: who was away for longer reads the events themselves. */
    private static final Duration TICKS_KEPT = Duration.ofDays(1);

    private final ClinicDirectory clinics;
    private final Bucket4jThrottle throttle;
    private final CalendarTicks ticks;
    private final List<ToIntFunction<ClinicId>> rooms;

    Tidying(
            ClinicDirectory clinics,
            Bucket4jThrottle throttle,
            CalendarTicks ticks,
            LoginLinks links,
            SessionKeeping sessions,
            Holding holds,
            Prefill prefill,
            IdempotencyClaims claims,
            Previews previews,
            PortalSettings settings) {
        this.clinics = clinics;
        this.throttle = throttle;
        this.ticks = ticks;
        this.rooms = List.of(
                links::tidy, sessions::tidy, holds::tidy, prefill::tidy, claims::tidy, previews::tidy, settings::tidy);
    }

    /** @return how many rows are gone */
    int tidy() {
        int gone = throttle.removeExpired() + ticks.forget(TICKS_KEPT);
        for (ClinicId clinic : clinics.all()) {
            for (var room : rooms) {
                gone += room.applyAsInt(clinic);
            }
        }
        return gone;
    }
}
