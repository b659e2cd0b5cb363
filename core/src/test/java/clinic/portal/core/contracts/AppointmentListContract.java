package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

public abstract class AppointmentListContract extends ClientDataSetting {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final PageRequest TEN = PageRequest.first(10);

    protected abstract AppointmentList appointments();

    protected abstract void given(Viewer.Client whose, AppointmentView appointment);

    @Test
    void aClientWithoutAppointmentsHasEmptyLists() {
        assertThat(upcoming()).isEmpty();
        assertThat(past()).isEmpty();
    }

    @Test
    void anAppointmentIsShownJustAsItIs() {
        var appointment = aBookedAppointment(1, NOW.plus(HOUR));
        given(viewer(), appointment);

        assertThat(upcoming()).containsExactly(appointment);
        assertThat(appointments().find(viewer(), appointment.id())).contains(appointment);
    }

    @Test
    void upcomingShowsTheSoonestFirst() {
        var third = aBookedAppointment(1, NOW.plus(HOUR.multipliedBy(50)));
        var first = aBookedAppointment(2, NOW.plus(HOUR));
        var second = anAppointment(3, NOW.plus(HOUR.multipliedBy(2)), AppointmentStatus.ARRIVED);
        List.of(third, first, second).forEach(one -> given(viewer(), one));

        assertThat(upcoming()).containsExactly(first, second, third);
    }

    @Test
    void pastShowsTheLatestFirst() {
        var second = anAppointment(1, NOW.minus(HOUR.multipliedBy(5)), AppointmentStatus.COMPLETED);
        var third = anAppointment(2, NOW.minus(HOUR.multipliedBy(50)), AppointmentStatus.NO_SHOW);
        var first = anAppointment(3, NOW.plus(HOUR), AppointmentStatus.CANCELLED);
        List.of(second, third, first).forEach(one -> given(viewer(), one));

        assertThat(past()).containsExactly(first, second, third);
    }

    @Test
    void anAppointmentIsUpcomingUntilItIsOver() {
        var running = aBookedAppointment(1, NOW.minus(HOUR).plusSeconds(1));
        var justOver = aBookedAppointment(2, NOW.minus(HOUR));
        given(viewer(), running);
        given(viewer(), justOver);

        assertThat(upcoming()).containsExactly(running);
        assertThat(past()).containsExactly(justOver);
    }

    @ParameterizedTest
    @EnumSource(
            value = AppointmentStatus.class,
            names = {"BOOKED", "ARRIVED"},
            mode = Mode.EXCLUDE)
    void whatIsDoneOrCancelledIsPastWheneverItWasToBe(AppointmentStatus status) {
        var appointment = anAppointment(1, NOW.plus(HOUR), status);
        given(viewer(), appointment);

        assertThat(upcoming()).isEmpty();
        assertThat(past()).containsExactly(appointment);
    }

    @Test
    void pagesJoinWithoutGapOrRepeatAlsoAmongEqualTimes() {
        for (int number = 1; number <= 7; number++) {
            given(viewer(), aBookedAppointment(number, NOW.plus(number < 5 ? HOUR : HOUR.multipliedBy(2))));
            given(viewer(), aBookedAppointment(100 + number, NOW.minus(HOUR.multipliedBy(number < 4 ? 3 : 4))));
        }

        assertThat(walk(2, page -> appointments().upcoming(viewer(), NOW, page)))
                .map(view -> view.id().value().getLeastSignificantBits() & 0xFF)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(walk(3, page -> appointments().past(viewer(), NOW, page)))
                .map(view -> view.id().value().getLeastSignificantBits() & 0xFF)
                .containsExactly(103L, 102L, 101L, 107L, 106L, 105L, 104L);
    }

    @Test
    void aPageThatHoldsAllHasNoNext() {
        given(viewer(), aBookedAppointment(1, NOW.plus(HOUR)));
        given(viewer(), aBookedAppointment(2, NOW.plus(HOUR)));

        assertThat(appointments().upcoming(viewer(), NOW, PageRequest.first(2)).next())
                .isNull();
        assertThat(appointments().upcoming(viewer(), NOW, PageRequest.first(1)).next())
                .isNotNull();
    }

    @Test
    void othersAppointmentsAreNotThere() {
        var neighbours = aBookedAppointment(1, NOW.plus(HOUR));
        var strangers = aBookedAppointment(2, NOW.minus(HOUR.multipliedBy(2)));
        given(neighbour(), neighbours);
        given(stranger(), strangers);

        assertThat(upcoming()).isEmpty();
        assertThat(past()).isEmpty();
        assertThat(appointments().find(viewer(), neighbours.id())).isEmpty();
        assertThat(appointments().find(viewer(), strangers.id())).isEmpty();
    }

    private List<AppointmentView> upcoming() {
        return appointments().upcoming(viewer(), NOW, TEN).items();
    }

    private List<AppointmentView> past() {
        return appointments().past(viewer(), NOW, TEN).items();
    }
}
