package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.pounds;

import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.House;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.BookingPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small clinics to look for slots in. */
final class Plans {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Plans() {}

    static PractitionerId practitioner(int number) {
        return new PractitionerId(new UUID(1, number));
    }

    static RoomId room(int number) {
        return new RoomId(new UUID(2, number));
    }

    static Treatment aTreatment(int minutes) {
        return aTreatment(minutes, 0, 0, null, null);
    }

    static Treatment aTreatment(
            int minutes, int before, int after, @Nullable String roomKind, @Nullable Integer gridMinutes) {
        return new Treatment(
                new TreatmentId(new UUID(3, 0)),
                new Treatment.Plan(
                        "Laser",
                        null,
                        null,
                        Duration.ofMinutes(minutes),
                        Duration.ofMinutes(before),
                        Duration.ofMinutes(after),
                        pounds(80),
                        true,
                        Set.of(practitioner(0)),
                        roomKind,
                        gridMinutes == null ? null : Duration.ofMinutes(gridMinutes),
                        null,
                        null,
                        false),
                0);
    }

    /** Half-hourly, up to the last minute, a year ahead. */
    static House aHouse(ZoneId zone) {
        return aHouse(zone, Duration.ZERO, 365);
    }

    static House aHouse(ZoneId zone, Duration notice, int horizonDays) {
        return new House(
                zone, new BookingPolicy(notice, horizonDays, Duration.ofMinutes(30), Duration.ofDays(1)), true, true);
    }

    static Schedule aSchedule(House house, Treatment treatment, Column... practitioners) {
        return new Schedule(house, treatment, List.of(practitioners), List.of(), List.of());
    }

    static Column aColumn(int number, WorkingHours hours, BusyTimes busy) {
        return new Column(practitioner(number), "Practitioner " + number, hours, busy);
    }

    static RoomColumn aRoom(int number, BusyTimes busy) {
        return new RoomColumn(room(number), busy);
    }

    /** The same hours every day of the week. */
    static WorkingHours daily(LocalSpan... spans) {
        return new WorkingHours(
                Arrays.stream(DayOfWeek.values())
                        .flatMap(day -> Arrays.stream(spans).map(span -> new Shift(day, span, List.of())))
                        .toList(),
                List.of());
    }

    static LocalSpan span(String from, String to) {
        return new LocalSpan(minutes(from), to.equals("24:00") ? LocalSpan.MIDNIGHT : minutes(to));
    }

    private static int minutes(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /** @param edges starts and ends in turns */
    static BusyTimes busy(String... edges) {
        long[] seconds = Arrays.stream(edges)
                .mapToLong(edge -> Instant.parse(edge).getEpochSecond())
                .toArray();
        long[] starts = new long[seconds.length / 2];
        long[] ends = new long[seconds.length / 2];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = seconds[2 * i];
            ends[i] = seconds[2 * i + 1];
        }
        return BusyTimes.of(starts, ends);
    }
}
