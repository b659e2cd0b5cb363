package clinic.portal.bench.engine;

import clinic.portal.core.calendar.BusyTimes;
import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.shared.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A clinic in London, open Monday to Saturday from nine to six with an hour of lunch. The same in every run. */
record ClinicMonth(Schedule schedule, List<Row> rows) {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int PRACTITIONERS = 20;
    private static final int ROOMS = 8;
    private static final double LOAD = 0.7;
    private static final WorkingHours HOURS = new WorkingHours(
            IntStream.rangeClosed(1, 6)
                    .mapToObj(day -> new WorkingHours.Shift(
                            DayOfWeek.of(day),
                            new LocalSpan(9 * 60, 18 * 60),
                            List.of(new LocalSpan(12 * 60, 13 * 60))))
                    .toList(),
            List.of());

    /** What a practitioner has to do, as it comes from the database. */
    record Row(long[] starts, long[] ends) {
        BusyTimes busy() {
            return BusyTimes.of(starts, ends);
        }
    }

    static ClinicMonth of(LocalDate first, LocalDate last, boolean inRooms) {
        var random = new Random(7);
        var rows = IntStream.range(0, PRACTITIONERS)
                .mapToObj(i -> booked(first, last, LOAD, random))
                .toList();
        var rooms = IntStream.range(0, inRooms ? ROOMS : 0)
                .mapToObj(i -> new Schedule.RoomColumn(
                        new RoomId(new UUID(2, i)),
                        booked(first, last, LOAD, random).busy()))
                .toList();
        return new ClinicMonth(schedule(rows, rooms), rows);
    }

    private static Schedule schedule(List<Row> rows, List<Schedule.RoomColumn> rooms) {
        var policy = new BookingPolicy(Duration.ofHours(2), 180, Duration.ofMinutes(15), Duration.ofDays(1));
        return new Schedule(
                new Schedule.House(ZONE, policy, true, true),
                treatment(rooms.isEmpty() ? null : "laser"),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new Schedule.Column(
                                new PractitionerId(new UUID(1, i)),
                                "Practitioner " + i,
                                HOURS,
                                rows.get(i).busy()))
                        .toList(),
                rooms,
                List.of());
    }

    /** The same, when the busy times have to be put in order first. */
    Schedule read() {
        return schedule(rows, schedule.rooms());
    }

    /** One after the other, 30 to 90 minutes each; which of them are booked and which are free is drawn. */
    private static Row booked(LocalDate first, LocalDate last, double load, Random random) {
        var edges = new ArrayList<Long>();
        first.datesUntil(last.plusDays(1)).forEach(date -> {
            for (LocalSpan span : HOURS.on(date)) {
                long time = span.startsOn(date, ZONE).getEpochSecond();
                long end = span.endsOn(date, ZONE).getEpochSecond();
                while (time < end) {
                    long next = Math.min(end, time + 15 * 60 * random.nextLong(2, 7));
                    if (random.nextDouble() < load) {
                        edges.addAll(List.of(time, next));
                    }
                    time = next;
                }
            }
        });
        return new Row(every(edges, 0), every(edges, 1));
    }

    private static long[] every(List<Long> edges, int first) {
        return LongStream.range(0, edges.size() / 2)
                .map(i -> edges.get((int) (2 * i + first)))
                .toArray();
    }

    private static Treatment treatment(@Nullable String roomKind) {
        return new Treatment(
                new TreatmentId(new UUID(3, 0)),
                new Treatment.Plan(
                        "Treatment",
                        null,
                        null,
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        Duration.ofMinutes(10),
                        new Money(8000, Currency.getInstance("GBP")),
                        true,
                        Set.of(),
                        roomKind,
                        null,
                        null,
                        null,
                        false),
                0);
    }
}
