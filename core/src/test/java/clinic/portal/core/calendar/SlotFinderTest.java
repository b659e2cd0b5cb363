package clinic.portal.core.calendar;

import static clinic.portal.core.calendar.Plans.LONDON;
import static clinic.portal.core.calendar.Plans.aColumn;
import static clinic.portal.core.calendar.Plans.aHouse;
import static clinic.portal.core.calendar.Plans.aRoom;
import static clinic.portal.core.calendar.Plans.aSchedule;
import static clinic.portal.core.calendar.Plans.aTreatment;
import static clinic.portal.core.calendar.Plans.busy;
import static clinic.portal.core.calendar.Plans.daily;
import static clinic.portal.core.calendar.Plans.practitioner;
import static clinic.portal.core.calendar.Plans.room;
import static clinic.portal.core.calendar.Plans.span;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.Days;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.catalogue.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotFinderTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-12");
    private static final Instant LONG_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final WorkingHours MORNING = daily(span("09:00", "11:00"));

    @Test
    void startsStepFromTheBeginningOfASpanAndEndWithinIt() {
        var oneHour = aSchedule(aHouse(LONDON), aTreatment(60), aColumn(0, MORNING, BusyTimes.NONE));

        assertThat(starts(oneHour, MONDAY))
                .containsExactly("2026-01-12T09:00:00Z", "2026-01-12T09:30:00Z", "2026-01-12T10:00:00Z");
    }

    @Test
    void aTreatmentMayHaveItsOwnGrid() {
        var schedule = aSchedule(aHouse(LONDON), aTreatment(60, 0, 0, null, 40), aColumn(0, MORNING, BusyTimes.NONE));

        assertThat(starts(schedule, MONDAY)).containsExactly("2026-01-12T09:00:00Z", "2026-01-12T09:40:00Z");
    }

    @Test
    void whatIsTakenIsNotOfferedButWhatTouchesItIs() {
        var schedule = aSchedule(
                aHouse(LONDON),
                aTreatment(30),
                aColumn(0, MORNING, busy("2026-01-12T09:30:00Z", "2026-01-12T10:00:00Z")));

        assertThat(starts(schedule, MONDAY))
                .containsExactly("2026-01-12T09:00:00Z", "2026-01-12T10:00:00Z", "2026-01-12T10:30:00Z");
    }

    @Test
    void buffersReachOverTheEdgeOfTheHoursButNotIntoTakenTime() {
        var schedule = aSchedule(
                aHouse(LONDON),
                aTreatment(30, 15, 30, null, null),
                aColumn(0, MORNING, busy("2026-01-12T11:00:00Z", "2026-01-12T11:10:00Z")));

        assertThat(starts(schedule, MONDAY))
                .containsExactly("2026-01-12T09:00:00Z", "2026-01-12T09:30:00Z", "2026-01-12T10:00:00Z");
        assertThat(starts(schedule, MONDAY.plusDays(1))).contains("2026-01-13T10:30:00Z");
    }

    @Test
    void timeToPrepareIsNotTakenFromWhatComesBefore() {
        var schedule = aSchedule(
                aHouse(LONDON),
                aTreatment(30, 15, 0, null, null),
                aColumn(0, MORNING, busy("2026-01-12T08:40:00Z", "2026-01-12T09:00:00Z")));

        assertThat(starts(schedule, MONDAY)).startsWith("2026-01-12T09:30:00Z").hasSize(3);
    }

    @Test
    void eachDayIsLookedAtByItself() {
        var hours = new WorkingHours(
                MORNING.weekly(),
                List.of(new WorkingHours.Override(MONDAY.plusDays(1), List.of(span("15:00", "16:00")))));
        var schedule = aSchedule(
                aHouse(LONDON),
                aTreatment(60),
                aColumn(0, hours, busy("2026-01-14T00:00:00Z", "2026-01-14T10:00:00Z")));

        var days = SlotFinder.find(schedule, MONDAY, MONDAY.plusDays(2), LONG_BEFORE);

        assertThat(days.get(0).slots()).hasSize(3);
        assertThat(days.get(1).slots())
                .extracting(Slot::startsAt)
                .containsExactly(Instant.parse("2026-01-13T15:00:00Z"));
        assertThat(days.get(2).slots())
                .extracting(Slot::startsAt)
                .containsExactly(Instant.parse("2026-01-14T10:00:00Z"));
    }

    @Test
    void ifNobodyHadAnythingToDoAllOfTheHoursWouldBeOffered() {
        var allDay = busy("2026-01-12T00:00:00Z", "2026-01-13T00:00:00Z");
        var schedule = new Schedule(
                aHouse(LONDON),
                aTreatment(60, 0, 0, "laser", null),
                List.of(aColumn(0, MORNING, allDay)),
                List.of(aRoom(0, allDay)),
                List.of(new Days(MONDAY.plusDays(1), MONDAY.plusDays(1))));

        assertThat(starts(schedule, MONDAY)).isEmpty();
        assertThat(starts(schedule.allFree(), MONDAY)).hasSize(3);
        assertThat(starts(schedule.allFree(), MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void whoCanDoItIsListedInTheScheduleOrderHoweverManyTheyAre() {
        var columns = IntStream.range(0, 130)
                .mapToObj(i -> aColumn(129 - i, MORNING, BusyTimes.NONE))
                .toArray(Column[]::new);
        columns[64] = aColumn(65, MORNING, busy("2026-01-12T09:00:00Z", "2026-01-12T10:00:00Z"));

        var slots = slots(aSchedule(aHouse(LONDON), aTreatment(120), columns), MONDAY);

        assertThat(slots).extracting(Slot::startsAt).containsExactly(Instant.parse("2026-01-12T09:00:00Z"));
        assertThat(slots.getFirst().practitioners())
                .containsExactlyElementsOf(IntStream.range(0, 130)
                        .map(i -> 129 - i)
                        .filter(i -> i != 65)
                        .mapToObj(Plans::practitioner)
                        .toList());
    }

    @Test
    void differentBeginningsAreOfferedBesideEachOther() {
        var schedule = aSchedule(
                aHouse(LONDON),
                aTreatment(60),
                aColumn(0, daily(span("09:10", "10:40")), BusyTimes.NONE),
                aColumn(1, daily(span("09:00", "10:10")), BusyTimes.NONE),
                aColumn(2, daily(span("09:10", "10:10")), BusyTimes.NONE));

        assertThat(slots(schedule, MONDAY))
                .containsExactly(
                        new Slot(Instant.parse("2026-01-12T09:00:00Z"), List.of(practitioner(1))),
                        new Slot(Instant.parse("2026-01-12T09:10:00Z"), List.of(practitioner(0), practitioner(2))),
                        new Slot(Instant.parse("2026-01-12T09:40:00Z"), List.of(practitioner(0))));
    }

    @Test
    void aRoomOfTheKindMustBeFreeToo() {
        var schedule = new Schedule(
                aHouse(LONDON),
                aTreatment(60, 0, 30, "laser", null),
                List.of(aColumn(0, MORNING, BusyTimes.NONE)),
                List.of(
                        aRoom(0, busy("2026-01-12T09:00:00Z", "2026-01-12T10:10:00Z")),
                        aRoom(1, busy("2026-01-12T10:30:00Z", "2026-01-12T12:00:00Z"))),
                List.of());

        assertThat(starts(schedule, MONDAY)).containsExactly("2026-01-12T09:00:00Z");
        assertThat(SlotFinder.freeRooms(schedule, Instant.parse("2026-01-12T09:00:00Z")))
                .containsExactly(room(1));
        assertThat(SlotFinder.freeRooms(schedule, Instant.parse("2026-01-12T09:30:00Z")))
                .isEmpty();
    }

    @Test
    void aRoomIsTakenForWhatIsNeededBeforeAsWell() {
        var prepared = aTreatment(60, 15, 0, "laser", null);
        var schedule = laserIn(List.of(aRoom(0, busy("2026-01-12T08:40:00Z", "2026-01-12T09:00:00Z"))), prepared);

        assertThat(SlotFinder.freeRooms(schedule, Instant.parse("2026-01-12T09:00:00Z")))
                .isEmpty();
        assertThat(SlotFinder.freeRooms(schedule, Instant.parse("2026-01-12T09:15:00Z")))
                .containsExactly(room(0));
        assertThat(starts(schedule, MONDAY)).startsWith("2026-01-12T09:30:00Z");
    }

    @Test
    void withoutARoomOfTheKindThereIsNothingAndWithoutAKindRoomsDoNotMatter() {
        assertThat(starts(laserIn(List.of(), aTreatment(60, 0, 0, "laser", null)), MONDAY))
                .isEmpty();

        var anywhere = laserIn(List.of(aRoom(0, BusyTimes.NONE)), aTreatment(60));
        assertThat(starts(anywhere, MONDAY)).hasSize(3);
        assertThat(SlotFinder.freeRooms(anywhere, Instant.parse("2026-01-12T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void whatIsSoonerThanTheNoticeIsNotOffered() {
        var schedule = aSchedule(
                aHouse(LONDON, Duration.ofHours(2), 180), aTreatment(60), aColumn(0, MORNING, BusyTimes.NONE));

        assertThat(startsAsOf("2026-01-12T07:30:00Z", schedule, MONDAY))
                .containsExactly("2026-01-12T09:30:00Z", "2026-01-12T10:00:00Z");
        assertThat(startsAsOf("2026-01-12T07:30:00.000000001Z", schedule, MONDAY))
                .containsExactly("2026-01-12T10:00:00Z");
    }

    @Test
    void theHorizonIsCountedInTheDaysOfTheClinic() {
        var auckland = ZoneId.of("Pacific/Auckland");
        var schedule =
                aSchedule(aHouse(auckland, Duration.ZERO, 2), aTreatment(60), aColumn(0, MORNING, BusyTimes.NONE));
        var lateSunday = Instant.parse("2026-01-11T10:59:59Z");
        var monday = Instant.parse("2026-01-11T11:00:00Z");

        assertThat(daysWithSlots(schedule, lateSunday)).containsExactly("2026-01-12", "2026-01-13");
        assertThat(daysWithSlots(schedule, monday)).containsExactly("2026-01-12", "2026-01-13", "2026-01-14");
    }

    @Test
    void daysWithoutSlotsAreInTheAnswerAndClosedDaysAreSuch() {
        var schedule = new Schedule(
                aHouse(LONDON),
                aTreatment(60),
                List.of(aColumn(0, MORNING, BusyTimes.NONE)),
                List.of(),
                List.of(new Days(MONDAY.plusDays(1), MONDAY.plusDays(2))));

        var days = SlotFinder.find(schedule, MONDAY, MONDAY.plusDays(3), Instant.parse("2026-01-12T08:00:00Z"));

        assertThat(days)
                .extracting(DaySlots::date)
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
        assertThat(days).extracting(day -> day.slots().size()).containsExactly(3, 0, 0, 3);
    }

    @Test
    void theSoonestSlotIsTheFirstOfTheRange() {
        var schedule = aSchedule(
                aHouse(LONDON, Duration.ZERO, 3),
                aTreatment(60),
                aColumn(0, MORNING, busy("2026-01-12T00:00:00Z", "2026-01-13T10:00:00Z")));
        var now = Instant.parse("2026-01-12T08:00:00Z");

        assertThat(SlotFinder.first(schedule, MONDAY.minusDays(9), MONDAY.plusDays(90), now))
                .contains(new Slot(Instant.parse("2026-01-13T10:00:00Z"), List.of(practitioner(0))));
        assertThat(SlotFinder.first(schedule, MONDAY.plusDays(3), MONDAY.plusDays(9), now))
                .map(Slot::startsAt)
                .contains(Instant.parse("2026-01-15T09:00:00Z"));
        assertThat(SlotFinder.first(schedule, MONDAY, MONDAY, now)).isEmpty();
        assertThat(SlotFinder.first(schedule, MONDAY.plusDays(4), MONDAY.plusDays(9), now))
                .isEmpty();
        assertThat(SlotFinder.first(schedule, MONDAY.minusDays(9), MONDAY.minusDays(1), now))
                .isEmpty();
    }

    @Test
    void onlyWhatIsOfferedIsFoundAtAMoment() {
        var schedule = aSchedule(aHouse(LONDON), aTreatment(60), aColumn(0, MORNING, BusyTimes.NONE));
        var nine = Instant.parse("2026-01-12T09:00:00Z");

        assertThat(SlotFinder.at(schedule, nine, LONG_BEFORE)).contains(new Slot(nine, List.of(practitioner(0))));
        assertThat(SlotFinder.at(schedule, nine.plusSeconds(60), LONG_BEFORE)).isEmpty();
        assertThat(SlotFinder.at(schedule, nine.plusNanos(1), LONG_BEFORE)).isEmpty();
        assertThat(SlotFinder.at(schedule, nine, nine.plusNanos(1))).isEmpty();
    }

    private static Schedule laserIn(List<RoomColumn> rooms, Treatment treatment) {
        return new Schedule(aHouse(LONDON), treatment, List.of(aColumn(0, MORNING, BusyTimes.NONE)), rooms, List.of());
    }

    private static List<Slot> slots(Schedule schedule, LocalDate date) {
        return SlotFinder.find(schedule, date, date, LONG_BEFORE).getFirst().slots();
    }

    private static List<String> starts(Schedule schedule, LocalDate date) {
        return startsAsOf(LONG_BEFORE.toString(), schedule, date);
    }

    private static List<String> startsAsOf(String now, Schedule schedule, LocalDate date) {
        return SlotFinder.find(schedule, date, date, Instant.parse(now)).getFirst().slots().stream()
                .map(slot -> slot.startsAt().toString())
                .toList();
    }

    private static List<String> daysWithSlots(Schedule schedule, Instant now) {
        return SlotFinder.find(schedule, MONDAY.minusDays(3), MONDAY.plusDays(9), now).stream()
                .filter(day -> !day.slots().isEmpty())
                .map(day -> day.date().toString())
                .toList();
    }
}
