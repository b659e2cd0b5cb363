package clinic.portal.core.calendar;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.Diary.Person;
import clinic.portal.core.catalogue.PractitionerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What holds of slots wherever the clinic is and whatever its clocks do. */
@PropertyDefaults(tries = 1000, edgeCases = EdgeCasesMode.NONE)
class SlotPropertiesTest {

    @Provide
    Arbitrary<Diary> diaries() {
        return AnyDiary.any();
    }

    @Property(tries = 2500)
    void theOfferIsWhatOneFindsWithAPencil(@ForAll("diaries") Diary diary) {
        assertThat(diary.found()).isEqualTo(SlowSlots.of(diary));
    }

    /** Or the other properties would say little. */
    @Property
    void manyOfTheseDiariesHaveSlotsOnADayOnWhichTheClocksChange(@ForAll("diaries") Diary diary) {
        var rules = diary.zone().getRules();
        boolean hit = diary.found().stream()
                .filter(day -> !day.slots().isEmpty())
                .map(DaySlots::date)
                .anyMatch(date -> !rules.getOffset(date.atStartOfDay())
                        .equals(rules.getOffset(date.plusDays(1).atStartOfDay())));

        Statistics.label("slots on such a day")
                .collect(hit)
                .coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }

    @Property
    void everySlotThatIsOfferedCanBeBooked(@ForAll("diaries") Diary diary) {
        var schedule = diary.schedule();

        assertThat(diary.slots())
                .allSatisfy(slot -> assertThat(SlotFinder.at(schedule, slot.startsAt(), diary.now()))
                        .contains(slot));
    }

    /** Times near an offered one, the same time by the clock an hour later among them. */
    @Property
    void noOtherTimeCanBeBooked(@ForAll("diaries") Diary diary) {
        var schedule = diary.schedule();
        var offered = diary.slots().stream().map(Slot::startsAt).collect(toSet());
        for (var start : offered) {
            for (int seconds : new int[] {-3600, -1800, -60, 1, 60, 1800, 3600}) {
                var near = start.plusSeconds(seconds);
                if (!dateOf(diary, near).isBefore(diary.from())
                        && !dateOf(diary, near).isAfter(diary.to())) {
                    assertThat(SlotFinder.at(schedule, near, diary.now()).isPresent())
                            .isEqualTo(offered.contains(near));
                }
            }
        }
    }

    @Property
    void onceASlotIsTakenAllThatOverlapsItIsGoneAndNothingElse(
            @ForAll("diaries") Diary diary, @ForAll @IntRange(max = 999) int choice) {
        var slots = diary.slots();
        if (slots.isEmpty()) {
            return;
        }
        var taken = slots.get(choice % slots.size());
        var busy = diary.occupied(taken.startsAt());
        int person = numberOf(taken.practitioners().getLast());

        var left = diary.withBusy(person, busy).slots();

        var expected = slots.stream()
                .map(slot -> diary.occupied(slot.startsAt()).overlaps(busy) ? without(slot, person) : slot)
                .filter(slot -> !slot.practitioners().isEmpty())
                .toList();
        assertThat(left).isEqualTo(expected);
        assertThat(left).isNotEqualTo(slots);
    }

    @Property
    void aRoomThatIsTakenIsNotFreeAndWithoutAnyLeftNeitherIsTheTime(
            @ForAll("diaries") Diary diary, @ForAll @IntRange(max = 999) int choice) {
        var slots = diary.slots();
        if (slots.isEmpty() || diary.treatment().plan().roomKind() == null) {
            return;
        }
        var start = slots.get(choice % slots.size()).startsAt();
        var full = diary;
        for (int room = 0; room < diary.rooms().size(); room++) {
            assertThat(SlotFinder.at(full.schedule(), start, diary.now()).isPresent())
                    .isEqualTo(!SlotFinder.freeRooms(full.schedule(), start).isEmpty());
            full = full.withRoomBusy(room, diary.occupied(start));
            assertThat(SlotFinder.freeRooms(full.schedule(), start)).doesNotContain(Plans.room(room));
        }
        assertThat(full.slots())
                .noneMatch(slot -> diary.occupied(slot.startsAt()).overlaps(diary.occupied(start)));
    }

    @Property
    void noSlotOverlapsTakenTime(@ForAll("diaries") Diary diary) {
        forEachOffer(
                diary,
                (slot, person) -> assertThat(person.busy()).noneMatch(diary.occupied(slot.startsAt())::overlaps));
    }

    @Property
    void theRoomsOfASlotAreThoseThatAreFree(@ForAll("diaries") Diary diary) {
        if (diary.treatment().plan().roomKind() == null) {
            return;
        }
        for (var slot : diary.slots()) {
            var busy = diary.occupied(slot.startsAt());
            var free = IntStream.range(0, diary.rooms().size())
                    .filter(room -> diary.rooms().get(room).stream().noneMatch(busy::overlaps))
                    .mapToObj(Plans::room)
                    .toList();
            assertThat(SlotFinder.freeRooms(diary.schedule(), slot.startsAt()))
                    .isEqualTo(free)
                    .isNotEmpty();
        }
    }

    @Property
    void everySlotLiesWithinWorkingHours(@ForAll("diaries") Diary diary) {
        forEachOffer(
                diary,
                (slot, person) -> assertThat(
                                person.hours().covers(slot.startsAt(), diary.end(slot.startsAt()), diary.zone()))
                        .isTrue());
    }

    /** A time in a gap would show as one that is off the grid, since java.time would have pushed it on. */
    @Property
    void theClocksShowATimeOfTheGridThatSomebodyWorks(@ForAll("diaries") Diary diary) {
        forEachOffer(diary, (slot, person) -> {
            var local = local(diary, slot);
            var worked = SlowSlots.workedMinutes(person.hours(), local.toLocalDate());
            int minute = local.toLocalTime().toSecondOfDay() / 60;

            assertThat(worked[minute]).isTrue();
            assertThat((minute - SlowSlots.spanStart(worked, minute))
                            % diary.grid().toMinutes())
                    .isZero();
        });
    }

    @Property
    void nothingIsOfferedTwiceAndAllIsInOrder(@ForAll("diaries") Diary diary) {
        var slots = diary.slots();

        assertThat(slots).extracting(Slot::startsAt).isSorted().doesNotHaveDuplicates();
        assertThat(slots).extracting(slot -> local(diary, slot)).isSorted().doesNotHaveDuplicates();
        assertThat(slots)
                .allSatisfy(slot -> assertThat(slot.practitioners())
                        .isNotEmpty()
                        .extracting(SlotPropertiesTest::numberOf)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    @Property
    void whereAnHourComesTwiceItIsTheFirst(@ForAll("diaries") Diary diary) {
        assertThat(diary.slots())
                .allSatisfy(slot -> assertThat(local(diary, slot)
                                .atZone(diary.zone())
                                .withEarlierOffsetAtOverlap()
                                .toInstant())
                        .isEqualTo(slot.startsAt()));
    }

    @Property
    void noticeHorizonAndClosuresAreKept(@ForAll("diaries") Diary diary) {
        var soonest = diary.now().plus(diary.policy().notice());
        var horizon = dateOf(diary, diary.now()).plusDays(diary.policy().horizonDays());

        for (var day : diary.found()) {
            assertThat(day.slots())
                    .noneMatch(slot -> slot.startsAt().isBefore(soonest))
                    .allMatch(slot -> local(diary, slot).toLocalDate().equals(day.date()));
            if (day.date().isAfter(horizon) || diary.closedOn().stream().anyMatch(shut -> shut.contain(day.date()))) {
                assertThat(day.slots()).isEmpty();
            }
        }
    }

    @Property
    void theSoonestIsTheFirstThatIsFound(@ForAll("diaries") Diary diary) {
        assertThat(SlotFinder.first(diary.schedule(), diary.from(), diary.to(), diary.now()))
                .isEqualTo(diary.slots().stream().findFirst());
    }

    private static void forEachOffer(Diary diary, BiConsumer<Slot, Person> check) {
        for (var slot : diary.slots()) {
            slot.practitioners().forEach(id -> check.accept(slot, diary.people().get(numberOf(id))));
        }
    }

    private static Slot without(Slot slot, int person) {
        return new Slot(
                slot.startsAt(),
                slot.practitioners().stream()
                        .filter(id -> numberOf(id) != person)
                        .toList());
    }

    private static int numberOf(PractitionerId practitioner) {
        return (int) practitioner.value().getLeastSignificantBits();
    }

    private static LocalDateTime local(Diary diary, Slot slot) {
        return slot.startsAt().atZone(diary.zone()).toLocalDateTime();
    }

    private static LocalDate dateOf(Diary diary, Instant time) {
        return time.atZone(diary.zone()).toLocalDate();
    }
}
