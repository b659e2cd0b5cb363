package clinic.portal.notify.booking;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import clinic.portal.core.booking.CalendarEntry;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.notify.shared.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written by one library is read back by another. */
class Ical4jCalendarsTest {
    private static final Instant START = Instant.parse("2026-10-25T00:30:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(90));
    private static final Instant STAMP = Instant.parse("2026-06-16T11:00:00.789Z");

    private final Ical4jCalendars calendars = new Ical4jCalendars();

    @Test
    void everyFieldCanBeReadBack() {
        var calendar = read(calendars.write("Glow", List.of(entry("Facial, Glow", "1 High Street", "Dr Lane", 3))));

        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getProductId().getValue()).contains("Client Portal");
        assertThat(calendar.getCalendarScale().isGregorian()).isTrue();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Glow");
        var event = only(calendar);
        assertThat(event.getUid().getValue()).isEqualTo(Fixtures.uuid(7) + "@client-portal");
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-16T11:00:00Z"));
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(event.getDateStart().getValue().hasTime()).isTrue();
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(END);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getSummary().getValue()).isEqualTo("Facial, Glow");
        assertThat(event.getLocation().getValue()).isEqualTo("1 High Street");
        assertThat(event.getDescription().getValue()).isEqualTo("Dr Lane");
        assertThat(event.getProperties().keySet()).hasSize(9);
    }

    @Test
    void timesAreInUtcAndNoTimeZoneIsWritten() {
        String file = calendars.write("Glow", List.of(entry("Facial", "", "", 0)));

        assertThat(file)
                .contains("\r\nDTSTART:20261025T003000Z\r\n")
                .contains("\r\nDTEND:20261025T020000Z\r\n")
                .contains("\r\nDTSTAMP:20260616T110000Z\r\n")
                .doesNotContain("TZID")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void aChangeKeepsTheUidAndRaisesTheSequence() {
        var first = event(calendars.write("Glow", List.of(entry("Facial", "", "", 1))));
        var second = event(calendars.write("Glow", List.of(entry("Facial", "", "", 2))));

        assertThat(second.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(second.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
    }

    @Test
    void aCancelledEntrySaysSo() {
        var event = event(calendars.write("Glow", List.of(cancelled())));

        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getStatus().isConfirmed()).isFalse();
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        var event = event(calendars.write("Glow", List.of(entry("Facial", " ", "\n", 0))));

        assertThat(event.getLocation()).isNull();
        assertThat(event.getDescription()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Peel; deep, slow: \"strong\"",
                "back\\slash \\n \\, \\;",
                "Łódź 美容 💆 👩‍👩‍👧",
                "100 % & <b>more</b>",
                "END:VEVENT",
                "=?UTF-8?B?x?=",
                "^n ^^ ^'"
            })
    void anyTextComesBackAsItWas(String text) {
        var calendar = read(calendars.write(text, List.of(entry(text, text, text, 0))));

        var event = only(calendar);
        assertThat(event.getSummary().getValue()).isEqualTo(text);
        assertThat(event.getLocation().getValue()).isEqualTo(text);
        assertThat(event.getDescription().getValue()).isEqualTo(text);
        assertThat(calendar.getExperimentalProperties()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Facial\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Evil",
                "Facial\nATTACH:https://evil.example",
                "Facial\rATTACH:https://evil.example",
                "Facial\u0085ATTACH:https://evil.example",
                "Facial\u2028ATTACH:https://evil.example",
                "Facial\u000bATTACH:https://evil.example\f",
                "Facial\u0000\u0007\u001b[31m\u007f\u202eevil"
            })
    void nothingBreaksOutOfItsLine(String text) {
        String file = calendars.write(text, List.of(entry(text, text, text, 0)));

        assertThat(file.replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e]");
        assertThat(file.lines().filter("BEGIN:VEVENT"::equals)).hasSize(1);
        assertThat(file.lines()).noneMatch(line -> line.startsWith("ATTACH") || line.startsWith("SUMMARY:Evil"));
        var event = event(file);
        assertThat(event.getAttachments()).isEmpty();
        assertThat(event.getSummary().getValue()).startsWith("Facial").doesNotContain("\n");
    }

    @Test
    void aDescriptionKeepsItsLines() {
        var event = event(calendars.write("Glow", List.of(entry("Facial", "1 High Street\nLondon", "One\r\ntwo", 0))));

        assertThat(event.getDescription().getValue()).isEqualTo("One\ntwo");
        assertThat(event.getLocation().getValue()).isEqualTo("1 High Street London");
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsSplit() {
        var texts = IntStream.range(0, 8)
                .mapToObj(shift -> "x".repeat(shift) + "💆é".repeat(60))
                .toList();

        for (String text : texts) {
            byte[] octets =
                    calendars.write(text, List.of(entry(text, text, text, 0))).getBytes(StandardCharsets.UTF_8);
            var lines = new String(octets, StandardCharsets.ISO_8859_1).split("\r\n");

            assertThat(lines).allMatch(line -> line.length() <= 75).noneMatch(line -> line.contains("\n"));
            assertThat(Stream.of(lines)
                            .map(line ->
                                    new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)))
                    .noneMatch(line -> line.contains("?") || line.contains("\ufffd"));
            assertThat(event(new String(octets, StandardCharsets.UTF_8))
                            .getSummary()
                            .getValue())
                    .isEqualTo(text);
        }
    }

    @Test
    void aThousandEntriesAreAThousandEvents() {
        var entries = IntStream.range(0, 1_000)
                .mapToObj(i -> new CalendarEntry(
                        new AppointmentId(Fixtures.uuid(i)),
                        "Facial " + i,
                        "1 High Street",
                        "",
                        START.plus(Duration.ofHours(i)),
                        END.plus(Duration.ofHours(i)),
                        i % 3 == 0,
                        i,
                        STAMP))
                .toList();

        var events = read(calendars.write("Dr Lane", entries)).getEvents();

        assertThat(events).hasSize(1_000);
        assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .isEqualTo(entries.stream().map(CalendarEntry::startsAt).toList());
        assertThat(events).filteredOn(event -> event.getStatus().isCancelled()).hasSize(334);
    }

    @Test
    void aCalendarWithNothingInItIsOneToo() {
        var calendar = read(calendars.write("Dr Lane", List.of()));

        assertThat(calendar.getEvents()).isEmpty();
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Dr Lane");
    }

    /** ical4j adds zones of its own to java.time's, and looks for newer ones on the network, once its zones are used. */
    @Test
    void neitherTimeZonesNorLogsAreTouched() {
        var before = new HashSet<>(ZoneId.getAvailableZoneIds());
        try (var log = new CapturedLog()) {
            calendars.write("Canary", List.of(entry("Canary", "Canary", "Canary", 0)));

            assertThat(log.lines()).noneMatch(line -> line.contains("Canary") || line.contains("fortuna"));
        }
        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }

    private static CalendarEntry entry(String title, String place, String description, int sequence) {
        return new CalendarEntry(
                new AppointmentId(Fixtures.uuid(7)), title, place, description, START, END, false, sequence, STAMP);
    }

    private static CalendarEntry cancelled() {
        return new CalendarEntry(new AppointmentId(Fixtures.uuid(7)), "Facial", "", "", START, END, true, 2, STAMP);
    }

    private static VEvent event(String file) {
        return only(read(file));
    }

    private static VEvent only(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    /** Exactly one calendar of nothing but events, and the reader has nothing to remark. */
    private static ICalendar read(String file) {
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        var remarks = new ArrayList<List<ParseWarning>>();
        var calendars = Biweekly.parse(file).warnings(remarks).all();
        assertThat(calendars).hasSize(1);
        assertThat(remarks).allMatch(List::isEmpty);
        assertThat(calendars.getFirst().getComponents().values()).allMatch(VEvent.class::isInstance);
        return calendars.getFirst();
    }
}
