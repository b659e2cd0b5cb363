package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.aColumn;
import static clinic.portal.core.calendar.Plans.aHouse;
import static clinic.portal.core.calendar.Plans.aSchedule;
import static clinic.portal.core.calendar.Plans.aTreatment;
import static clinic.portal.core.calendar.Plans.daily;
import static clinic.portal.core.calendar.Plans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the clocks within ten years, at a clinic that never shuts. */
class ClockChangesTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    static Stream<ZoneId> zones() {
        return Stream.concat(
                AnyDiary.ZONES.stream(),
                Stream.of("Africa/Cairo", "America/Santiago").map(ZoneId::of));
    }

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
