package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.LONDON;
import static clinic.portal.core.calendar.Plans.aColumn;
import static clinic.portal.core.calendar.Plans.aHouse;
import static clinic.portal.core.calendar.Plans.aSchedule;
import static clinic.portal.core.calendar.Plans.aTreatment;
import static clinic.portal.core.calendar.Plans.daily;
import static clinic.portal.core.calendar.Plans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slots on the days on which the clocks change. */
class ClockChangesTest {
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** SECURITY B41: the night is an hour short, so a day before is not 24 hours before. */
    @Test
    void noticeIsCountedInHoursThatPass() {
        var schedule = aSchedule(
                aHouse(LONDON, Duration.ofHours(24), 180),
                aTreatment(60),
                aColumn(0, daily(span("09:00", "11:00")), BusyTimes.NONE));
        var shortDay = LocalDate.parse("2026-03-29");

        assertThat(startsAsOf("2026-03-28T09:00:00Z", schedule, shortDay)).containsExactly("2026-03-29T09:00:00Z");
        assertThat(startsAsOf("2026-03-28T08:00:00Z", schedule, shortDay))
                .containsExactly("2026-03-29T08:00:00Z", "2026-03-29T08:30:00Z", "2026-03-29T09:00:00Z");
    }

    @Test
    void inTheNightThatLacksAnHourItIsNotOffered() {
        var schedule =
                aSchedule(aHouse(LONDON), aTreatment(30), aColumn(0, daily(span("00:00", "03:00")), BusyTimes.NONE));

        assertThat(starts(schedule, LocalDate.parse("2026-03-29")))
                .containsExactly(
                        "2026-03-29T00:00:00Z",
                        "2026-03-29T00:30:00Z",
                        "2026-03-29T01:00:00Z", // 02:00 by the clock
                        "2026-03-29T01:30:00Z");
    }

    @Test
    void theHourThatComesTwiceIsOfferedOnceAndTheSpanIsAnHourLonger() {
        var schedule =
                aSchedule(aHouse(LONDON), aTreatment(90), aColumn(0, daily(span("00:00", "02:30")), BusyTimes.NONE));

        assertThat(starts(schedule, LocalDate.parse("2026-10-25")))
                .containsExactly(
                        "2026-10-24T23:00:00Z",
                        "2026-10-24T23:30:00Z",
                        "2026-10-25T00:00:00Z", // 01:00 for the first time
                        "2026-10-25T00:30:00Z");
        assertThat(starts(schedule, LocalDate.parse("2026-10-26")))
                .containsExactly("2026-10-26T00:00:00Z", "2026-10-26T00:30:00Z", "2026-10-26T01:00:00Z");
    }

    @Test
    void halfAnHourIsSkippedOnLordHowe() {
        var schedule =
                aSchedule(aHouse(LORD_HOWE), aTreatment(30), aColumn(0, daily(span("01:00", "03:30")), BusyTimes.NONE));

        // 02:00 to 02:30 does not exist; before it UTC+10:30, after it UTC+11.
        assertThat(starts(schedule, LocalDate.parse("2026-10-04")))
                .containsExactly(
                        "2026-10-03T14:30:00Z", "2026-10-03T15:00:00Z", "2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z");
    }

    @Test
    void halfAnHourComesTwiceOnLordHowe() {
        var schedule =
                aSchedule(aHouse(LORD_HOWE), aTreatment(30), aColumn(0, daily(span("01:00", "02:30")), BusyTimes.NONE));

        // 01:30 to 02:00 comes twice.
        assertThat(starts(schedule, LocalDate.parse("2026-04-05")))
                .containsExactly("2026-04-04T14:00:00Z", "2026-04-04T14:30:00Z", "2026-04-04T15:30:00Z");
    }

    static Stream<ZoneId> zones() {
        return Stream.concat(
                AnyDiary.ZONES.stream(),
                Stream.of("Africa/Cairo", "America/Santiago").map(ZoneId::of));
    }

    /** Within ten years, at a clinic that never shuts. */
    @ParameterizedTest
    @MethodSource("zones")
    void everyTimeThatTheClocksShowIsOfferedOnceAndNoOther(ZoneId zone) {
        for (var change : AnyDiary.changes(zone)) {
            for (int shift = -1; shift <= 1; shift++) {
                var date = change.getDateTimeBefore().toLocalDate().plusDays(shift);
                assertThat(offered(zone, date)).isEqualTo(shown(zone, date));
            }
        }
    }

    /** So that the loop above is not empty. */
    @Test
    void tenYearsHaveTwentyChangesOrMoreButForKathmandu() {
        assertThat(AnyDiary.ZONES)
                .allSatisfy(zone -> assertThat(AnyDiary.changes(zone).size())
                        .matches(count -> zone.getId().equals("Asia/Kathmandu") ? count == 0 : count >= 20));
    }

    private static List<String> starts(Schedule schedule, LocalDate date) {
        return startsAsOf("2026-01-01T00:00:00Z", schedule, date);
    }

    private static List<String> startsAsOf(String now, Schedule schedule, LocalDate date) {
        return SlotFinder.find(schedule, date, date, Instant.parse(now)).getFirst().slots().stream()
                .map(slot -> slot.startsAt().toString())
                .toList();
    }

    private static List<LocalDateTime> offered(ZoneId zone, LocalDate date) {
        var schedule = aSchedule(
                aHouse(zone),
                aTreatment(5, 0, 0, null, (int) QUARTER.toMinutes()),
                aColumn(0, daily(span("00:00", "24:00")), BusyTimes.NONE));
        var now = date.minusDays(3).atStartOfDay(zone).toInstant();
        return SlotFinder.find(schedule, date, date, now).getFirst().slots().stream()
                .map(slot -> slot.startsAt().atZone(zone).toLocalDateTime())
                .toList();
    }

    private static List<LocalDateTime> shown(ZoneId zone, LocalDate date) {
        return IntStream.range(0, 96)
                .mapToObj(i -> date.atStartOfDay().plus(QUARTER.multipliedBy(i)))
                .filter(time -> !zone.getRules().getValidOffsets(time).isEmpty())
                .toList();
    }
}
