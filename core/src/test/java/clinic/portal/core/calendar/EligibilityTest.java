package clinic.portal.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
    /** Ten days between two; there is one on the 1st, one on the 15th of June and one on the 1st of July. */
    private final Eligibility everyTenDays =
            new Eligibility(true, List.of(june(15), LocalDate.of(2026, 7, 1), june(1)), 10);

    @ParameterizedTest
    @CsvSource({"5, false", "6, false", "25, false", "26, false", "14, false", "15, false"})
    void aDayTooNearToOneBeforeOrAfterIsNotAllowed(int day, boolean allowed) {
        assertThat(everyTenDays.allows(june(day))).isEqualTo(allowed);
    }

    @Test
    void aDayFarEnoughFromAllIsAllowed() {
        var onceInJune = new Eligibility(true, List.of(june(15)), 10);

        assertThat(onceInJune.allows(june(5))).isTrue();
        assertThat(onceInJune.allows(june(6))).isFalse();
        assertThat(onceInJune.allows(june(24))).isFalse();
        assertThat(onceInJune.allows(june(25))).isTrue();
    }

    @Test
    void whoIsNotPreparedMayOnNoDay() {
        assertThat(new Eligibility(false, List.of(), 0).allows(june(1))).isFalse();
    }

    @Test
    void theFirstDayAfterSkipsEveryVisitInTheWayWhateverTheirOrder() {
        assertThat(everyTenDays.firstAfter(june(2))).isEqualTo(LocalDate.of(2026, 7, 11));
    }

    @Test
    void theFirstDayAfterStopsInAGapThatIsWideEnough() {
        var wide = new Eligibility(true, List.of(june(1), june(21)), 10);

        assertThat(wide.firstAfter(june(1))).isEqualTo(june(11));
        assertThat(wide.firstAfter(june(12))).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void aDayThatIsAllowedIsItsOwnFirst() {
        assertThat(everyTenDays.firstAfter(LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    private static LocalDate june(int day) {
        return LocalDate.of(2026, 6, day);
    }
}
