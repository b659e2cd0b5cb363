package clinic.portal.core.calendar;

import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import java.util.Set;

/**
 * In which clinics something happened, for who looks after all of them: one question, however many they are. Outside every
 * clinic's walls, for it holds ids and nothing else.
 */
public interface CalendarTicks {
    /** @param transaction the horizon of the look before */
    Ticks since(long transaction);

    /** How far things are certain now, and nothing of where. */
    long horizon();

    /** Forgets what is older; gives back how many. */
    int forget(Duration age);

    /** @param horizon the oldest transaction that still runs; all before it is told here, nothing from it on */
    record Ticks(long horizon, Set<ClinicId> clinics) {
        public Ticks {
            clinics = Set.copyOf(clinics);
        }
    }
}
