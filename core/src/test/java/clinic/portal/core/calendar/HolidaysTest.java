package clinic.portal.core.calendar;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.SlotNotOffered;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.RoleNotAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-17");
    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);

    private final World world = Fixtures.glow();

    @Test
    void onItsDaysAndNoOthersNothingIsBooked() {
        var added = world.desk.holidays.close(world.asOlga(), WEDNESDAY, THURSDAY, "Painters");

        assertThat(added.closure()).isEqualTo(new Closure(added.closure().id(), WEDNESDAY, THURSDAY, "Painters"));
        assertThatThrownBy(() -> book("2026-06-17T10:00")).isInstanceOf(SlotNotOffered.class);
        assertThatThrownBy(() -> book("2026-06-18T10:00")).isInstanceOf(SlotNotOffered.class);
        book("2026-06-16T14:00");
        book("2026-06-19T09:00");
    }

    @Test
    void appointmentsOnItsDaysStayAndAreNamed() {
        assertThat(world.desk
                        .holidays
                        .close(world.asOlga(), WEDNESDAY, THURSDAY, null)
                        .outside())
                .extracting(each -> each.id().value())
                .containsExactly(uuid(1003));
        assertThat(world.desk
                        .holidays
                        .close(world.asOlga(), WEDNESDAY, WEDNESDAY, null)
                        .outside())
                .isEmpty();
        assertThat(world.diary.schedules.stopped()).containsExactly(world.glow.id(), world.glow.id());
    }

    @Test
    void openedAgainItsDaysAreBooked() {
        var closure = world.desk
                .holidays
                .close(world.asOlga(), WEDNESDAY, THURSDAY, null)
                .closure();

        world.desk.holidays.open(world.asOlga(), closure.id());

        book("2026-06-17T10:00");
        assertThat(list()).isEmpty();
    }

    @Test
    void whatIsNotOverIsListedTheSoonestFirst() {
        var later = close(THURSDAY, THURSDAY.plusDays(3));
        var sooner = close(WEDNESDAY, WEDNESDAY);

        assertThat(list()).containsExactly(sooner, later);

        // A second past midnight in London, which is still Wednesday in Greenwich.
        world.clock.elapse(Duration.ofHours(36).plusSeconds(1));
        assertThat(list()).containsExactly(later);
    }

    @Test
    void onlyWhoRunsTheClinicClosesAndOpensIt() {
        var closure = close(WEDNESDAY, WEDNESDAY);

        assertThatThrownBy(() -> world.desk.holidays.close(world.asRita(), WEDNESDAY, WEDNESDAY, null))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.desk.holidays.open(world.asRita(), closure.id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void anotherClinicsClosureIsNotThere() {
        var closure = close(WEDNESDAY, WEDNESDAY);

        assertThatThrownBy(() -> world.desk.holidays.open(world.asCarl(), closure.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThat(world.desk
                        .holidays
                        .list(world.asCarl(), PageRequest.first(1))
                        .items())
                .isEmpty();
    }

    private Closure close(LocalDate from, LocalDate to) {
        return world.desk.holidays.close(world.asOlga(), from, to, null).closure();
    }

    private void book(String start) {
        assertThat(world.desk.booking.book(world.asBen(), wish(world.facial, start)))
                .isNotNull();
    }

    private List<Closure> list() {
        return world.desk.holidays.list(world.asRita(), PageRequest.first(10)).items();
    }
}
