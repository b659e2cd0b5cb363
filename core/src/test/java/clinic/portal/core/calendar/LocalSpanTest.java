package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.LONDON;
import static clinic.portal.core.calendar.Plans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 09:00, 17:00, 2026-01-12T09:00:00Z, 2026-01-12T17:00:00Z",
        "2026-07-12, 09:00, 17:00, 2026-07-12T08:00:00Z, 2026-07-12T16:00:00Z",
        "2026-07-12, 00:00, 24:00, 2026-07-11T23:00:00Z, 2026-07-12T23:00:00Z",
        // 01:00 to 02:00 does not exist
        "2026-03-29, 00:59, 01:00, 2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z",
        "2026-03-29, 01:00, 02:00, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        "2026-03-29, 01:30, 03:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "2026-03-29, 00:00, 24:00, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z",
        // 01:00 to 02:00 comes twice
        "2026-10-25, 01:00, 01:30, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25, 00:59, 02:00, 2026-10-24T23:59:00Z, 2026-10-25T02:00:00Z",
        "2026-10-25, 00:00, 24:00, 2026-10-24T23:00:00Z, 2026-10-26T00:00:00Z"
    })
    void aSpanIsByTheClocksOfTheDay(LocalDate date, String from, String to, Instant starts, Instant ends) {
        assertThat(span(from, to).startsOn(date, LONDON)).isEqualTo(starts);
        assertThat(span(from, to).endsOn(date, LONDON)).isEqualTo(ends);
    }

    /** The clocks of Cairo are put forward at midnight, and back at midnight. */
    @Test
    void wholeDaysMeetWhereTheClocksChangeAtMidnight() {
        var cairo = ZoneId.of("Africa/Cairo");
        var day = span("00:00", "24:00");

        for (String changed : new String[] {"2026-04-24", "2026-10-30"}) {
            var date = LocalDate.parse(changed);
            for (var each = date.minusDays(2); each.isBefore(date.plusDays(2)); each = each.plusDays(1)) {
                assertThat(day.endsOn(each, cairo)).isEqualTo(day.startsOn(each.plusDays(1), cairo));
            }
        }
        assertThat(day.startsOn(LocalDate.parse("2026-04-24"), cairo)).isEqualTo("2026-04-23T22:00:00Z");
        assertThat(span("00:30", "01:00").startsOn(LocalDate.parse("2026-04-24"), cairo))
                .isEqualTo("2026-04-23T22:00:00Z");
        assertThat(span("00:00", "01:30").endsOn(LocalDate.parse("2026-04-24"), cairo))
                .isEqualTo("2026-04-23T22:30:00Z");
        assertThat(day.endsOn(LocalDate.parse("2026-10-29"), cairo)).isEqualTo("2026-10-29T22:00:00Z");
    }

    @Test
    void whatIsNoPartOfADayIsRefused() {
        assertThat(new LocalSpan(0, LocalSpan.MIDNIGHT).to()).isEqualTo(1440);
        assertThatThrownBy(() -> new LocalSpan(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LocalSpan(10, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LocalSpan(10, 1441)).isInstanceOf(IllegalArgumentException.class);
    }
}
