package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.aTreatment;

import clinic.portal.core.calendar.Diary.Person;
import clinic.portal.core.calendar.Diary.Stretch;
import clinic.portal.core.calendar.Schedule.Days;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Draws small diaries, most of them of days around a change of the clocks; on Lord Howe those go half an hour. */
final class AnyDiary {
    static final List<ZoneId> ZONES = Stream.of(
                    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca")
            .map(ZoneId::of)
            .toList();

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");
    private static final int DAY = LocalSpan.MIDNIGHT;

    private AnyDiary() {}

    static List<ZoneOffsetTransition> changes(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(BEGIN),
                        change -> change != null && change.getInstant().isBefore(END),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .toList();
    }

    static Arbitrary<Diary> any() {
        return Combinators.combine(
                        zonesAndDates(), questions(), policies(), treatments(), people(), rooms(), closures())
                .as((place, question, policy, treatment, people, rooms, closures) -> new Diary(
                        place.zone,
                        place.date,
                        place.date.plusDays(question.get1()),
                        midnight(place).plusMillis(question.get2()),
                        policy,
                        treatment,
                        people.stream().map(each -> each.in(place)).toList(),
                        rooms.stream().map(each -> stretches(each, place)).toList(),
                        closures.stream()
                                .map(each -> new Days(
                                        place.date.plusDays(each.get1()),
                                        place.date.plusDays(each.get1() + each.get2())))
                                .toList()));
    }

    private record Place(ZoneId zone, LocalDate date) {}

    private static Arbitrary<Place> zonesAndDates() {
        return Combinators.combine(
                        Arbitraries.of(ZONES), Arbitraries.integers().between(0, 999), Arbitraries.of(0, 0, 0, -1))
                .as(AnyDiary::place);
    }

    private static Place place(ZoneId zone, int number, int shift) {
        var changes = changes(zone);
        var day = changes.isEmpty()
                ? BEGIN.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(number)
                : changes.get(number % changes.size()).getDateTimeBefore().toLocalDate();
        return new Place(zone, day.plusDays(shift));
    }

    private static Instant midnight(Place place) {
        return place.date.atStartOfDay(place.zone).toInstant();
    }

    /** Days after the first, and when it is asked: milliseconds from the first midnight on, usually before it. */
    private static Arbitrary<Tuple.Tuple2<Integer, Long>> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(-5L * DAY * 60_000)),
                                Tuple.of(1, Arbitraries.longs().between(-1L * DAY * 60_000, 2L * DAY * 60_000))))
                .as(Tuple::of);
    }

    private static Arbitrary<BookingPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.integers().between(0, 2 * 60)),
                                Tuple.of(1, Arbitraries.integers().between(0, 6 * DAY))),
                        Arbitraries.of(1, 5, 6, 180, 180, 180),
                        Arbitraries.integers().between(5, 60))
                .as((notice, horizon, grid) -> new BookingPolicy(
                        Duration.ofMinutes(notice), horizon, Duration.ofMinutes(grid), Duration.ofDays(1)));
    }

    private static Arbitrary<Treatment> treatments() {
        var buffers = Arbitraries.of(0, 0, 10, 45);
        return Combinators.combine(
                        Arbitraries.integers().between(5, 150),
                        buffers,
                        buffers,
                        Arbitraries.of("laser").injectNull(0.6),
                        Arbitraries.integers().between(5, 60).injectNull(0.7))
                .as((minutes, before, after, kind, grid) -> aTreatment(minutes, before, after, kind, grid));
    }

    /** A person's diary, told from the first midnight on. */
    private record Template(
            List<Shift> weekly,
            List<Tuple.Tuple2<Integer, List<LocalSpan>>> overrides,
            List<Tuple.Tuple2<Integer, Integer>> busy) {
        Person in(Place place) {
            var changed = overrides.stream()
                    .map(each -> new WorkingHours.Override(place.date.plusDays(each.get1()), each.get2()))
                    .toList();
            return new Person(new WorkingHours(weekly, changed), stretches(busy, place));
        }
    }

    private static Arbitrary<List<Template>> people() {
        var shifts = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class), spans(), spans().list().ofMaxSize(2))
                .as(Shift::new);
        var overrides = Combinators.combine(
                        Arbitraries.integers().between(0, 2), spans().list().ofMaxSize(2))
                .as(Tuple::of);
        return Combinators.combine(
                        shifts.list().ofMinSize(7).ofMaxSize(16),
                        overrides.list().ofMaxSize(1),
                        busy())
                .as(Template::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Half of them at night, when the clocks change. */
    private static Arbitrary<LocalSpan> spans() {
        var from = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.integers().between(0, 4 * 60)),
                Tuple.of(1, Arbitraries.integers().between(0, DAY - 1)));
        return Combinators.combine(from, Arbitraries.integers().between(1, 600))
                .as((start, length) -> new LocalSpan(start, Math.min(DAY, start + length)));
    }

    private static Arbitrary<List<List<Tuple.Tuple2<Integer, Integer>>>> rooms() {
        return busy().list().ofMaxSize(3);
    }

    /** Seconds after the first midnight, and how many. */
    private static Arbitrary<List<Tuple.Tuple2<Integer, Integer>>> busy() {
        return Combinators.combine(
                        Arbitraries.integers().between(-DAY * 10, DAY * 180),
                        Arbitraries.integers().between(0, 4 * 3600))
                .as((Integer start, Integer length) -> Tuple.of(start, length))
                .list()
                .ofMaxSize(8);
    }

    private static List<Stretch> stretches(List<Tuple.Tuple2<Integer, Integer>> busy, Place place) {
        return busy.stream()
                .map(each -> {
                    var start = midnight(place).plusSeconds(each.get1());
                    return new Stretch(start, start.plusSeconds(each.get2()));
                })
                .toList();
    }

    private static Arbitrary<List<Tuple.Tuple2<Integer, Integer>>> closures() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, 1))
                .as((Integer start, Integer length) -> Tuple.of(start, length))
                .list()
                .ofSize(1)
                .injectNull(0.8)
                .map(shut -> shut == null ? List.of() : shut);
    }
}
