package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aBookedAppointment;
import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentView.Lock;
import clinic.portal.core.shared.Cursor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentViewTest {
    private static final Instant START = NOW.plus(Duration.ofDays(3));
    private static final Instant DEADLINE = START.minus(Duration.ofHours(24));
    private final AppointmentView booked = aBookedAppointment(1, START);

    @Test
    void aBookedAppointmentCanBeChangedUntilTheNoticeBegins() {
        assertThat(booked.changeableUntil()).isEqualTo(DEADLINE);
        assertThat(booked.lock(DEADLINE.minusMillis(1))).isEmpty();
        assertThat(booked.changeable(DEADLINE.minusMillis(1))).isTrue();
    }

    @Test
    void fromTheDeadlineOnItIsTooLate() {
        assertThat(booked.lock(DEADLINE)).contains(Lock.TOO_LATE);
        assertThat(booked.changeable(DEADLINE)).isFalse();
        assertThat(booked.lock(START.minusMillis(1))).contains(Lock.TOO_LATE);
    }

    @Test
    void onceStartedThatIsTheReason() {
        assertThat(booked.lock(START)).contains(Lock.STARTED);
        assertThat(booked.lock(START.plus(Duration.ofDays(9)))).contains(Lock.STARTED);
    }

    @Test
    void withoutNoticeItCanBeChangedUntilItStarts() {
        var lenient = with(Duration.ZERO);

        assertThat(lenient.lock(START.minusMillis(1))).isEmpty();
        assertThat(lenient.lock(START)).contains(Lock.STARTED);
    }

    @ParameterizedTest
    @CsvSource({"ARRIVED, DONE", "COMPLETED, DONE", "NO_SHOW, DONE", "CANCELLED, CANCELLED"})
    void whateverIsNotBookedIsLockedWhenever(AppointmentStatus status, Lock lock) {
        var appointment = anAppointment(1, START, status);

        assertThat(appointment.lock(NOW)).contains(lock);
        assertThat(appointment.lock(START.plusSeconds(1))).contains(lock);
    }

    @Test
    void listsGoOnAfterItsStartAndId() {
        assertThat(booked.cursor()).isEqualTo(new Cursor(START, booked.id().value()));
    }

    private AppointmentView with(Duration notice) {
        return new AppointmentView(
                booked.id(),
                booked.treatment(),
                booked.practitioner(),
                START,
                booked.endsAt(),
                booked.zone(),
                AppointmentStatus.BOOKED,
                booked.price(),
                notice,
                1,
                null);
    }
}
