package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.CalendarEvent;
import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of what happened, and of the ticks that say where. */
public abstract class CalendarEventsContract {
    private Position from = Position.before(0);

    protected abstract CalendarEvents events();

    protected abstract CalendarTicks ticks();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** One more, booked in a transaction of its own that is over. */
    protected abstract AppointmentId booked(ClinicId clinic);

    /** Begins a transaction that writes; gives back its number. */
    protected abstract long begin();

    /** Cancels an appointment in a transaction that was begun, and commits it. */
    protected abstract void cancelIn(long transaction, ClinicId clinic, AppointmentId appointment);

    /** Returns once nothing else runs. */
    protected abstract void settle();

    @BeforeEach
    void fromNowOn() {
        settle();
        from = Position.before(ticks().horizon());
    }

    @Test
    void whatHappenedIsToldInOrder() {
        var one = booked(clinic());
        var two = booked(clinic());

        var reading = read(10);

        assertThat(reading.events()).extracting(CalendarEvent::appointment).containsExactly(one, two);
        assertThat(reading.events()).extracting(CalendarEvent::change).containsOnly(Change.BOOKED);
        assertThat(reading.events()).isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
        assertThat(reading.horizon()).isGreaterThan(reading.events().getLast().position());
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        booked(clinic());
        var two = booked(clinic());
        from = read(1).events().getFirst().position();

        assertThat(appointments(read(10))).containsExactly(two);
        from = read(10).horizon();
        assertThat(read(10).events()).isEmpty();
    }

    @Test
    void thereIsNoMoreThanWasAskedFor() {
        var one = booked(clinic());
        booked(clinic());

        assertThat(appointments(read(1))).containsExactly(one);
    }

    @Test
    void nothingIsToldFromATransactionOnThatStillRuns() {
        var old = booked(clinic());
        settle();
        from = Position.before(ticks().horizon());
        long running = begin();
        var quick = booked(clinic());

        var held = events().after(clinic(), from, 10);
        assertThat(held.events()).isEmpty();
        assertThat(held.horizon()).isEqualTo(Position.before(running));
        assertThat(ticks().since(running).clinics()).doesNotContain(clinic());

        cancelIn(running, clinic(), old);
        assertThat(appointments(read(10))).containsExactly(old, quick);
        assertThat(ticks().since(running).clinics()).contains(clinic());
    }

    @Test
    void theOtherClinicIsNotTold() {
        booked(otherClinic());

        assertThat(read(10).events()).isEmpty();
    }

    @Test
    void ticksSayWhereSomethingHappened() {
        long before = ticks().horizon();
        booked(clinic());
        settle();

        var ticks = ticks().since(before);

        assertThat(ticks.clinics()).contains(clinic()).doesNotContain(otherClinic());
        assertThat(ticks.horizon()).isGreaterThan(before);
        assertThat(ticks().since(ticks.horizon()).clinics()).doesNotContain(clinic());
    }

    private CalendarEvents.Reading read(int most) {
        settle();
        return events().after(clinic(), from, most);
    }

    private static List<AppointmentId> appointments(CalendarEvents.Reading reading) {
        return reading.events().stream().map(CalendarEvent::appointment).toList();
    }
}
