package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.LONDON;
import static clinic.portal.core.calendar.Plans.daily;
import static clinic.portal.core.calendar.Plans.span;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.WorkingHours.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    private static final LocalDate MON = LocalDate.parse("2026-01-12");
    private static final LocalSpan DAY = span("09:00", "17:00");

    @Test
    void whoHasNoHoursDoesNotWork() {
        assertThat(WorkingHours.NONE.on(MON)).isEmpty();
    }

    @Test
    void shiftsHoldOnTheirWeekday() {
        var hours = new WorkingHours(
                List.of(
                        new Shift(MONDAY, span("14:00", "18:00"), List.of()),
                        new Shift(TUESDAY, DAY, List.of()),
                        new Shift(MONDAY, span("08:00", "12:00"), List.of())),
                List.of());

        assertThat(hours.on(MON)).containsExactly(span("08:00", "12:00"), span("14:00", "18:00"));
        assertThat(hours.on(MON.plusDays(1))).containsExactly(DAY);
        assertThat(hours.on(MON.plusDays(2))).isEmpty();
        assertThat(hours.on(MON.plusDays(7))).isEqualTo(hours.on(MON));
    }

    @Test
    void breaksAreCutOutInWhateverOrderTheyCome() {
        assertThat(worked(DAY, span("15:00", "15:10"), span("12:00", "13:00"), span("12:30", "13:30")))
                .containsExactly(span("09:00", "12:00"), span("13:30", "15:00"), span("15:10", "17:00"));
    }

    @Test
    void breaksAtAnEdgeOrBeyondItOnlyShortenTheShift() {
        assertThat(worked(DAY, span("08:00", "09:30"), span("16:30", "18:00"))).containsExactly(span("09:30", "16:30"));
        assertThat(worked(DAY, span("07:00", "08:00"), span("18:00", "19:00"))).containsExactly(DAY);
        assertThat(worked(DAY, DAY)).isEmpty();
        assertThat(worked(DAY, span("08:00", "18:00"), span("10:00", "11:00"))).isEmpty();
    }

    @Test
    void shiftsThatTouchOrOverlapAreOneSpan() {
        assertThat(daily(span("12:00", "15:00"), span("09:00", "12:00")).on(MON))
                .containsExactly(span("09:00", "15:00"));
        assertThat(daily(DAY, span("10:00", "11:00")).on(MON)).containsExactly(DAY);
        assertThat(daily(span("09:00", "12:00"), span("12:01", "15:00")).on(MON))
                .hasSize(2);
    }

    @Test
    void anOverrideReplacesTheWeekdayWithItsBreaks() {
        var hours = new WorkingHours(
                List.of(new Shift(MONDAY, DAY, List.of(span("12:00", "13:00")))),
                List.of(
                        new WorkingHours.Override(MON, List.of(span("11:00", "14:00"), span("10:00", "11:00"))),
                        new WorkingHours.Override(MON.plusDays(7), List.of()),
                        new WorkingHours.Override(MON.plusDays(8), List.of(DAY))));

        assertThat(hours.on(MON)).containsExactly(span("10:00", "14:00"));
        assertThat(hours.on(MON.plusDays(7))).isEmpty();
        assertThat(hours.on(MON.plusDays(8))).containsExactly(DAY);
        assertThat(hours.on(MON.plusDays(14))).hasSize(2);
    }

    @Test
    void anAppointmentIsCoveredByOneSpanFromEdgeToEdge() {
        var hours = daily(span("09:00", "12:00"), span("13:00", "17:00"));

        assertThat(covers(hours, "2026-07-01T08:00:00Z", "2026-07-01T11:00:00Z"))
                .isTrue();
        assertThat(covers(hours, "2026-07-01T07:59:59Z", "2026-07-01T11:00:00Z"))
                .isFalse();
        assertThat(covers(hours, "2026-07-01T08:00:00Z", "2026-07-01T11:00:01Z"))
                .isFalse();
        assertThat(covers(hours, "2026-07-01T10:00:00Z", "2026-07-01T13:00:00Z"))
                .isFalse();
    }

    @Test
    void anAppointmentUpToMidnightIsCoveredAndOnePastItIsNot() {
        var hours = daily(span("00:00", "24:00"));

        assertThat(covers(hours, "2026-01-12T23:00:00Z", "2026-01-13T00:00:00Z"))
                .isTrue();
        assertThat(covers(hours, "2026-01-12T23:00:00Z", "2026-01-13T00:00:01Z"))
                .isFalse();
    }

    @Test
    void theDayIsThatOfTheClinicsClocks() {
        var onlyThatDay = new WorkingHours(
                List.of(),
                List.of(new WorkingHours.Override(LocalDate.parse("2026-07-02"), List.of(span("00:00", "01:00")))));

        assertThat(covers(onlyThatDay, "2026-07-01T23:00:00Z", "2026-07-02T00:00:00Z"))
                .isTrue();
        assertThat(covers(onlyThatDay, "2026-07-02T23:00:00Z", "2026-07-03T00:00:00Z"))
                .isFalse();
    }

    private static List<LocalSpan> worked(LocalSpan shift, LocalSpan... breaks) {
        return new WorkingHours(List.of(new Shift(MONDAY, shift, List.of(breaks))), List.of()).on(MON);
    }

    private static boolean covers(WorkingHours hours, String from, String to) {
        return hours.covers(Instant.parse(from), Instant.parse(to), LONDON);
    }
}
