package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.SlotTaken;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.calendar.Schedules.Query;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One practitioner, and one room, is taken by one thing at a time: an appointment, a hold, or time off. */
public abstract class OccupiedTimeContract extends OccupiedTimeSetting {
    @Test
    void anAppointmentIsThereAsItWasWritten() {
        var appointment = booked(place(noor(), room(), "10:00"));

        assertThat(appointments().take(clinic(), appointment.id())).contains(appointment);
        assertThat(appointments().take(otherClinic(), appointment.id())).isEmpty();
        assertThat(appointments().take(clinic(), new AppointmentId(uuid(1)))).isEmpty();
    }

    @Test
    void anAppointmentTakesItsTimeWithWhatItNeedsBeforeAndAfter() {
        booked(place("10:00"));

        assertThat(isFree("09:40", "09:50")).isTrue();
        assertThat(isFree("09:50", "09:51")).isFalse();
        assertThat(isFree("10:44", "10:45")).isFalse();
        assertThat(isFree("10:45", "12:00")).isTrue();
        assertThat(roomIsFree("00:00", "23:59")).isTrue();
    }

    @Test
    void whatIsTakenIsTakenForAppointmentsAndHolds() {
        booked(place("10:00"));

        // Needs ten minutes before it, and fifteen are needed after the first: 10:55 is the first that fits.
        assertThatThrownBy(() -> booked(place("10:54"))).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> held(place("10:54"))).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> booked(place("09:06"))).isInstanceOf(SlotTaken.class);
        booked(place("10:55"));
        held(place("09:05"));
    }

    @Test
    void aRoomIsTakenWhoeverIsInIt() {
        booked(place(noor(), room(), "10:00"));

        assertThat(roomIsFree("10:00", "10:30")).isFalse();
        assertThatThrownBy(() -> booked(place(iris(), room(), "10:30"))).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> held(place(iris(), room(), "10:30"))).isInstanceOf(SlotTaken.class);
        booked(place(iris(), null, "10:00"));
    }

    @Test
    void whatIsRefusedTakesNothing() {
        booked(place(iris(), room(), "10:00"));

        assertThatThrownBy(() -> booked(place(noor(), room(), "10:00"))).isInstanceOf(SlotTaken.class);

        assertThat(isFree("00:00", "23:59")).isTrue();
    }

    @Test
    void aCancelledAppointmentGivesItsTimeBack() {
        var appointment = booked(place(noor(), room(), "10:00"));
        var cancelled = appointment.cancelledByStaff("Ill");

        appointments().save(clinic(), cancelled);

        assertThat(appointments().take(clinic(), appointment.id())).contains(cancelled);
        assertThat(isFree("09:00", "12:00")).isTrue();
        assertThat(roomIsFree("09:00", "12:00")).isTrue();
        booked(place(noor(), room(), "10:00"));
    }

    @Test
    void aMovedAppointmentTakesItsNewTimeInsteadOfTheOld() {
        var appointment = booked(place(noor(), room(), "10:00"));
        var moved = appointment.moved(place(noor(), null, "10:30"));

        appointments().save(clinic(), moved);

        assertThat(appointments().take(clinic(), appointment.id())).contains(moved);
        assertThat(isFree("09:00", "10:20")).isTrue();
        assertThat(isFree("10:20", "10:21")).isFalse();
        assertThat(roomIsFree("09:00", "12:00")).isTrue();
    }

    @Test
    void anAppointmentDoesNotMoveWhereSomethingIs() {
        booked(place("12:00"));
        var appointment = booked(place("10:00"));

        assertThatThrownBy(() -> appointments().save(clinic(), appointment.moved(place("11:30"))))
                .isInstanceOf(SlotTaken.class);

        assertThat(appointments().take(clinic(), appointment.id())).contains(appointment);
        assertThat(isFree("10:00", "10:30")).isFalse();
    }

    @Test
    void ownHoldAndOwnAppointmentAreNotInTheWay() {
        var hold = held(place("10:00"));
        var appointment = booked(place("12:00"));

        assertThat(isFree("10:00", "10:30")).isFalse();
        assertThat(isFree("10:00", "10:30", hold, null)).isTrue();
        assertThat(isFree("12:00", "12:30", hold, null)).isFalse();
        assertThat(isFree("12:00", "12:30", null, appointment.id())).isTrue();
        assertThat(isFree("10:00", "12:30", hold, appointment.id())).isTrue();
        assertThat(isFree("10:00", "10:30", new HoldId(uuid(1)), null)).isFalse();
    }

    @Test
    void aReleasedHoldGivesItsTimeBack() {
        var hold = held(place(noor(), room(), "10:00"));
        holds().release(otherClinic(), hold);
        assertThat(isFree("10:00", "10:30")).isFalse();

        holds().release(clinic(), hold);
        holds().release(clinic(), hold);

        assertThat(isFree("09:00", "12:00")).isTrue();
        assertThat(roomIsFree("09:00", "12:00")).isTrue();
    }

    @Test
    void aHoldThatIsOverIsInNobodysWayOnceItIsReadAlone() {
        held(place("10:00"));
        held(place("12:00"));

        elapse(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(isFree("09:00", "13:00")).isTrue();
        assertThat(schedules().readAlone(clinic(), query(null, null))).isPresent();
        booked(place("10:00"));
    }

    @Test
    void aHoldIsThereUntilItIsOver() {
        held(place("10:00"));

        elapse(Duration.ofMinutes(4));

        assertThat(isFree("10:00", "10:30")).isFalse();
        assertThat(schedules().readAlone(clinic(), query(null, null))).isPresent();
        assertThatThrownBy(() -> booked(place("10:00"))).isInstanceOf(SlotTaken.class);
    }

    @Test
    void tidyingTakesAwayHoldsThatAreOver() {
        held(place(noor(), room(), "10:00"));
        elapse(Duration.ofMinutes(4));
        held(place("12:00"));
        elapse(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(holds().tidy(otherClinic())).isZero();
        assertThat(holds().tidy(clinic())).isEqualTo(1);
        assertThat(holds().tidy(clinic())).isZero();
        assertThat(isFree("12:00", "12:30")).isFalse();
    }

    @Test
    void timeOffTakesWhatIsFreeAndLeavesAppointments() {
        booked(place("10:00"));
        booked(place("12:00"));
        var timeOff = away("10:30", "14:00");

        assertThat(isFree("10:45", "11:00")).isFalse();
        assertThat(isFree("12:45", "12:46")).isFalse();
        assertThat(isFree("13:59", "14:00")).isFalse();
        assertThat(isFree("14:00", "15:00")).isTrue();
        assertThat(isFree("09:00", "09:50")).isTrue();

        assertThat(timesOff().remove(clinic(), noor().id(), timeOff.id())).isTrue();
        assertThat(isFree("10:45", "11:50")).isTrue();
        assertThat(isFree("12:45", "14:00")).isTrue();
        assertThat(isFree("12:00", "12:30")).isFalse();
    }

    @Test
    void timeOffVoidsHoldsThatItOverlaps() {
        held(place(noor(), room(), "10:00"));
        held(place("12:00"));

        away("10:30", "11:00");

        assertThat(isFree("09:00", "10:30")).isTrue();
        assertThat(roomIsFree("09:00", "12:00")).isTrue();
        assertThat(isFree("12:00", "12:30")).isFalse();
    }

    @Test
    void timeOffInsideOfAnAppointmentTakesNothingUntilThatIsCancelled() {
        var appointment = booked(place("10:00"));

        away("10:05", "10:15");
        appointments().save(clinic(), appointment.cancelledByStaff(null));

        assertThat(isFree("09:00", "10:05")).isTrue();
        assertThat(isFree("10:05", "10:06")).isFalse();
        assertThat(isFree("10:14", "10:15")).isFalse();
        assertThat(isFree("10:15", "12:00")).isTrue();
    }

    @Test
    void timesOffMayOverlap() {
        var first = away("10:00", "12:00");
        away("11:00", "13:00");

        assertThat(timesOff().remove(clinic(), noor().id(), first.id())).isTrue();

        assertThat(isFree("12:00", "12:30")).isFalse();
        assertThat(isFree("10:00", "11:00")).isTrue();
    }

    @Test
    void othersTimeOffIsNotThere() {
        var timeOff = away("10:00", "12:00");

        assertThat(timesOff().remove(clinic(), iris().id(), timeOff.id())).isFalse();
        assertThat(timesOff().remove(otherClinic(), noor().id(), timeOff.id())).isFalse();
        assertThat(isFree("10:00", "12:00")).isFalse();
    }

    @Test
    void whatIsOverbookedIsThereAsItWasWritten() {
        booked(place("10:00"));
        var second = booked(overbooked(noor(), null, "10:10"));

        assertThat(appointments().take(clinic(), second.id())).contains(second);
    }

    @Test
    void whatIsOverbookedTakesWhatIsFreeOfItsTime() {
        booked(place("10:00"));
        booked(overbooked(noor(), null, "10:30"));

        assertThat(isFree("09:00", "09:50")).isTrue();
        assertThat(isFree("10:45", "10:46")).isFalse();
        assertThat(isFree("11:14", "11:15")).isFalse();
        assertThat(isFree("11:15", "12:00")).isTrue();
        assertThatThrownBy(() -> booked(place("11:20"))).isInstanceOf(SlotTaken.class);
    }

    @Test
    void whatIsGivenBackIsHadByWhatIsOverbooked() {
        var first = booked(place(noor(), room(), "10:00"));
        var second = booked(overbooked(noor(), room(), "10:30"));

        appointments().save(clinic(), first.cancelledByStaff(null));
        assertThat(isFree("09:00", "10:20")).isTrue();
        assertThat(isFree("10:20", "10:21")).isFalse();
        assertThat(roomIsFree("10:20", "10:21")).isFalse();
        assertThat(isFree("11:14", "11:15")).isFalse();

        appointments().save(clinic(), second.cancelledByStaff(null));
        assertThat(isFree("09:00", "12:00")).isTrue();
        assertThat(roomIsFree("09:00", "12:00")).isTrue();
    }

    @Test
    void whatMovesAwayLeavesItsTimeToWhatIsOverbooked() {
        var first = booked(place(noor(), room(), "10:00"));
        booked(overbooked(noor(), room(), "10:30"));

        appointments().save(clinic(), first.moved(place(noor(), room(), "13:00")));

        assertThat(isFree("10:20", "10:21")).isFalse();
        assertThat(roomIsFree("10:20", "10:21")).isFalse();
        assertThat(isFree("09:00", "10:20")).isTrue();
        assertThat(isFree("13:00", "13:01")).isFalse();
    }

    @Test
    void whatIsOverbookedMovesAwayWithAllItHas() {
        var first = booked(place(noor(), room(), "10:00"));
        var second = booked(overbooked(noor(), room(), "10:30"));

        appointments().save(clinic(), second.moved(place("13:00")));
        assertThat(isFree("10:45", "12:50")).isTrue();
        assertThat(roomIsFree("10:45", "23:00")).isTrue();

        appointments().save(clinic(), second.moved(place("13:00")).moved(overbooked(noor(), room(), "10:10")));
        appointments().save(clinic(), first.cancelledByStaff(null));
        assertThat(isFree("10:00", "10:01")).isFalse();
        assertThat(isFree("13:00", "14:00")).isTrue();
    }

    @Test
    void ofTwoThatAreOverbookedTheSecondHasWhatTheFirstGivesBack() {
        var first = booked(place("10:00"));
        var second = booked(overbooked(noor(), null, "10:10"));
        booked(overbooked(noor(), null, "10:20"));

        appointments().save(clinic(), first.cancelledByStaff(null));
        appointments().save(clinic(), second.cancelledByStaff(null));

        assertThat(isFree("09:00", "10:10")).isTrue();
        assertThat(isFree("10:10", "10:11")).isFalse();
        assertThat(isFree("11:04", "11:05")).isFalse();
        assertThat(isFree("11:05", "12:00")).isTrue();
    }

    @Test
    void holdsGiveWayToWhatIsOverbooked() {
        var hold = held(place(iris(), room(), "10:00"));

        booked(overbooked(noor(), room(), "10:30"));

        assertThat(holds().practitionerOf(clinic(), hold)).isEmpty();
        assertThat(roomIsFree("09:00", "10:20")).isTrue();
        assertThat(roomIsFree("10:20", "10:21")).isFalse();
    }

    @Test
    void timeOffHasWhatNoAppointmentHas() {
        var first = booked(place("10:00"));
        booked(overbooked(noor(), null, "10:30"));
        var timeOff = away("09:00", "14:00");

        appointments().save(clinic(), first.cancelledByStaff(null));
        assertThat(isFree("09:55", "09:56")).isFalse();

        assertThat(timesOff().remove(clinic(), noor().id(), timeOff.id())).isTrue();
        assertThat(isFree("09:00", "10:20")).isTrue();
        assertThat(isFree("10:20", "10:21")).isFalse();
        assertThat(isFree("11:15", "14:00")).isTrue();
    }

    @Test
    void whatIsOverbookedOverTimeOffHasItsTimeOnceThatIsNoMore() {
        var timeOff = away("09:00", "14:00");
        booked(overbooked(noor(), null, "10:00"));

        assertThat(timesOff().remove(clinic(), noor().id(), timeOff.id())).isTrue();

        assertThat(isFree("09:00", "09:50")).isTrue();
        assertThat(isFree("09:50", "09:51")).isFalse();
        assertThat(isFree("10:45", "14:00")).isTrue();
    }

    @Test
    void whoMovesSeesWhatIsOverbookedThere() {
        var first = booked(place("10:00"));
        var second = booked(overbooked(noor(), null, "10:30"));

        assertThat(isFree("09:50", "10:20", null, first.id())).isTrue();
        assertThat(isFree("10:20", "10:21", null, first.id())).isFalse();
        assertThat(isFree("10:45", "11:15", null, second.id())).isTrue();
        assertThat(isFree("10:44", "10:45", null, second.id())).isFalse();
    }

    @Test
    void whatIsNotedOfItChangesNothingOfItsTime() {
        var first = booked(place("10:00"));
        var second = booked(overbooked(noor(), null, "10:30"));

        appointments()
                .save(
                        clinic(),
                        first.noted(AppointmentStatus.ARRIVED, first.place().startsAt()));
        appointments()
                .save(
                        clinic(),
                        second.noted(AppointmentStatus.ARRIVED, second.place().startsAt()));

        assertThat(isFree("09:50", "09:51")).isFalse();
        assertThat(isFree("11:14", "11:15")).isFalse();
        assertThat(isFree("11:15", "12:00")).isTrue();
    }

    @Test
    void aScheduleHoldsWhoCanDoItAndTheRoomsByName() {
        var schedule = read(null, null);

        assertThat(schedule.treatment()).isEqualTo(treatment());
        assertThat(schedule.house().zone()).isEqualTo(LONDON);
        assertThat(schedule.practitioners())
                .extracting(each -> each.practitioner())
                .containsExactlyInAnyOrder(noor().id(), iris().id());
        assertThat(schedule.rooms()).extracting(each -> each.room()).containsExactly(room().id());
        assertThat(schedule.closedOn()).isEmpty();
    }

    @Test
    void oneCanAskForOnePractitioner() {
        var query = new Query(treatment().id(), iris().id(), DAY, DAY, null, null);

        assertThat(schedules().read(clinic(), query).orElseThrow().practitioners())
                .extracting(each -> each.practitioner())
                .containsExactly(iris().id());
    }

    @Test
    void ofAnUnknownTreatmentThereIsNoSchedule() {
        var query = new Query(new TreatmentId(uuid(1)), null, DAY, DAY, null, null);

        assertThat(schedules().read(clinic(), query)).isEmpty();
        assertThat(schedules().readAlone(clinic(), query)).isEmpty();
    }

    private TimeOff away(String from, String to) {
        var timeOff = new TimeOff(
                new TimeOff.Id(uuid(NOW.getEpochSecond() + second(from))),
                noor().id(),
                at(DAY + "T" + from),
                at(DAY + "T" + to),
                LONDON,
                null);
        timesOff().add(clinic(), timeOff);
        return timeOff;
    }
}
