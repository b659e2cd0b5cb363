package clinic.portal.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.history.Aftermath.Appointment;
import clinic.portal.app.history.Aftermath.Hold;
import clinic.portal.app.history.Aftermath.Notice;
import clinic.portal.app.history.Aftermath.Span;
import clinic.portal.app.history.Aftermath.Taken;
import clinic.portal.app.history.Aftermath.TimeOff;
import clinic.portal.app.history.Aftermath.Treatment;
import clinic.portal.app.history.Happening.Booking;
import clinic.portal.app.history.Happening.Cancelling;
import clinic.portal.app.history.Happening.ComingBack;
import clinic.portal.app.history.Happening.Done;
import clinic.portal.app.history.Happening.GoingAway;
import clinic.portal.app.history.Happening.Holding;
import clinic.portal.app.history.Happening.Moving;
import clinic.portal.app.history.Happening.Outcome;
import clinic.portal.app.history.Happening.Redeeming;
import clinic.portal.app.history.Happening.Refused;
import clinic.portal.app.history.Happening.Releasing;
import clinic.portal.app.history.Happening.Unknown;
import clinic.portal.app.history.Happening.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: here it is given something to find, of every kind. */
class HistoryCheckerTest {
    private static final Instant TEN = Instant.parse("2030-05-06T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BUFFER = Duration.ofMinutes(10);
    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID ROOM = UUID.randomUUID();
    private static final UUID TALK = UUID.randomUUID();
    private static final UUID LASER = UUID.randomUUID();
    private static final Refused TAKEN = new Refused("slot_taken");
    private static final Unknown SILENCE = new Unknown("no answer");

    private final List<Happening> history = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<TimeOff> timesOff = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    @Test
    void aHistoryThatKeptItsPromisesIsFine() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Moving(booked, BEN, TEN), TAKEN);
        asked(new Booking(CLIENT, LASER, null, TEN, null, null), SILENCE);
        there(2, CLIENT, LASER, BEN, ROOM, TEN, false, 0);
        asked(new Booking(CLIENT, TALK, ANA, TEN, null, null), SILENCE);
        held(ANA, TEN.plus(HOUR.multipliedBy(3)));
        asked(new Holding(TALK, null, TEN.plus(HOUR.multipliedBy(5))), SILENCE);
        holdThere(UUID.randomUUID(), ANA, TEN.plus(HOUR.multipliedBy(5)));
        away(BEN, TEN.minus(HOUR), TEN.minus(BUFFER));
        asked(new Redeeming("once"), new Done(null, null));
        asked(new Redeeming("once"), new Refused("prefill_used"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void twoAppointmentsAtOnceAreFoundWithoutOccupiedTime() {
        booked(TALK, ANA, TEN);
        booked(TALK, ANA, TEN.plus(Duration.ofMinutes(75)));
        taken.clear();

        assertThat(violations()).anyMatch(wrong -> wrong.startsWith("Overlap of " + ANA));
    }

    @Test
    void twoAppointmentsInOneRoomAreFound() {
        booked(LASER, ANA, TEN);
        booked(LASER, BEN, TEN);

        assertThat(violations()).anyMatch(wrong -> wrong.startsWith("Overlap of " + ROOM));
    }

    @Test
    void twoThatTakeTheSameTimeAreFound() {
        booked(TALK, ANA, TEN);
        held(ANA, TEN.plus(HOUR));

        assertThat(violations()).singleElement().asString().startsWith("Overlap of " + ANA);
    }

    @Test
    void anAppointmentThatDoesNotTakeItsTimeIsFound() {
        booked(TALK, ANA, TEN);
        taken.clear();

        assertThat(violations()).singleElement().asString().startsWith("Time of ");
    }

    @Test
    void aCancelledAppointmentThatStillTakesTimeIsFound() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Cancelling(booked), new Done(null, null));
        change(booked, TEN, true, 1);

        assertThat(violations()).singleElement().asString().startsWith("Time of ");
    }

    @Test
    void anAppointmentWithoutTheRoomItNeedsIsFound() {
        int number = asked(new Booking(CLIENT, LASER, ANA, TEN, null, null), new Done(id(0), ANA));
        there(number, CLIENT, LASER, ANA, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("A room is missing");
    }

    @Test
    void timeThatNothingTakesIsFound() {
        taken.add(new Taken(ANA, new Span(TEN, TEN.plus(HOUR)), UUID.randomUUID()));

        assertThat(violations()).singleElement().asString().startsWith("Taken by nothing");
    }

    @Test
    void anAcknowledgedBookingThatIsLostIsFound() {
        asked(new Booking(CLIENT, TALK, ANA, TEN, null, null), new Done(UUID.randomUUID(), ANA));

        assertThat(violations()).singleElement().asString().startsWith("Acknowledged and lost");
    }

    @Test
    void aRefusedBookingThatIsThereIsFound() {
        int number = asked(new Booking(CLIENT, TALK, ANA, TEN, null, null), TAKEN);
        there(number, CLIENT, TALK, ANA, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("Refused (slot_taken) and there");
    }

    @Test
    void anAppointmentThatNobodyAskedForIsFound() {
        there(99, CLIENT, TALK, ANA, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("Nobody asked for appointment");
    }

    @Test
    void oneBookingThatWasDoneTwiceIsFound() {
        int number = asked(new Booking(CLIENT, TALK, null, TEN, null, null), SILENCE);
        there(number, CLIENT, TALK, ANA, null, TEN, false, 0);
        there(number, CLIENT, TALK, BEN, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("Booked twice");
    }

    @Test
    void aBookingForSomebodyElseIsFound() {
        int number = asked(new Booking(CLIENT, TALK, ANA, TEN, null, null), SILENCE);
        there(number, UUID.randomUUID(), TALK, ANA, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("For somebody or something else");
    }

    @Test
    void aBookingAtAnotherTimeThanWasAcknowledgedIsFound() {
        int number = asked(new Booking(CLIENT, TALK, ANA, TEN, null, null), new Done(id(0), ANA));
        there(number, CLIENT, TALK, ANA, null, TEN.plus(HOUR), false, 0);

        assertThat(violations()).singleElement().asString().contains("its history says");
    }

    @Test
    void aCancellationThatDidNotStickIsFound() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Cancelling(booked), new Done(null, null));

        assertThat(violations()).singleElement().asString().contains("its history says");
    }

    @Test
    void aCancellationThatNobodyAskedForIsFound() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Cancelling(booked), new Refused("appointment_locked"));
        change(booked, TEN, true, 1);
        taken.clear();

        assertThat(violations()).singleElement().asString().contains("its history says");
    }

    @Test
    void aMoveThatWasLostIsFound() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Moving(booked, null, TEN.plus(HOUR)), new Done(booked, ANA));
        asked(new Moving(booked, null, TEN.plus(HOUR.multipliedBy(2))), new Done(booked, ANA));
        taken.clear();
        change(booked, TEN.plus(HOUR), false, 1);
        takes(ANA, TEN.plus(HOUR), booked);

        assertThat(violations()).singleElement().asString().contains("its history says");
    }

    @Test
    void aMoveOfWhichNoAnswerCameMayBeDoneOrNot() {
        UUID booked = booked(TALK, ANA, TEN);
        asked(new Moving(booked, BEN, TEN.plus(HOUR)), SILENCE);
        assertThat(violations()).isEmpty();

        taken.clear();
        change(booked, TEN.plus(HOUR), false, 1);
        takes(ANA, TEN.plus(HOUR), booked);
        // To the new time, and yet with the old practitioner: half.
        assertThat(violations()).singleElement().asString().contains("its history says");
    }

    @Test
    void aChangeOfWhichTheClientWasNotToldIsFound() {
        booked(TALK, ANA, TEN);
        notices.clear();

        assertThat(violations()).singleElement().asString().startsWith("Word of each of [0] is due");
    }

    @Test
    void aChangeOfWhichTheClientWasToldTwiceIsFound() {
        notices.add(new Notice(booked(TALK, ANA, TEN), 0));

        assertThat(violations()).singleElement().asString().startsWith("Word of each of [0] is due");
    }

    @Test
    void aHoldThatIsLostIsFound() {
        held(ANA, TEN);
        holds.clear();
        taken.clear();

        assertThat(violations()).singleElement().asString().startsWith("Acknowledged and lost");
    }

    @Test
    void aHoldMayBeLostToTimeOffAndToNothingElse() {
        held(ANA, TEN);
        holds.clear();
        taken.clear();
        away(ANA, TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2)));

        // The buffer reaches into the time off.
        assertThat(violations()).isEmpty();
    }

    @Test
    void aHoldThatSurvivedItsReleaseIsFound() {
        asked(new Releasing(held(ANA, TEN)), new Done(null, null));

        assertThat(violations()).singleElement().asString().startsWith("Over and held");
    }

    @Test
    void aHoldThatSurvivedItsBookingIsFound() {
        UUID hold = held(ANA, TEN);
        int number = asked(new Booking(CLIENT, TALK, BEN, TEN, hold, null), SILENCE);
        there(number, CLIENT, TALK, BEN, null, TEN, false, 0);

        assertThat(violations()).singleElement().asString().startsWith("Over and held");
    }

    @Test
    void aHoldThatNobodyAskedForIsFound() {
        holdThere(UUID.randomUUID(), ANA, TEN);

        assertThat(violations()).singleElement().asString().startsWith("Nobody asked for Hold");
    }

    @Test
    void aHoldThatTakesNoTimeIsFound() {
        held(ANA, TEN);
        taken.clear();

        assertThat(violations()).singleElement().asString().startsWith("Takes another time");
    }

    @Test
    void timeOffThatIsLostIsFound() {
        away(ANA, TEN, TEN.plus(HOUR));
        timesOff.clear();
        taken.clear();

        assertThat(violations()).singleElement().asString().startsWith("Acknowledged and lost");
    }

    @Test
    void timeOffThatWasTakenBackAndIsThereIsFound() {
        asked(new ComingBack(away(ANA, TEN, TEN.plus(HOUR))), new Done(null, null));

        assertThat(violations()).singleElement().asString().startsWith("Taken back and there");
    }

    @Test
    void timeOffThatIsNotWhatWasAskedForIsFound() {
        asked(new GoingAway(ANA, TEN, TEN.plus(HOUR)), SILENCE);
        awayThere(0, UUID.randomUUID(), BEN, TEN, TEN.plus(HOUR));
        awayThere(1, UUID.randomUUID(), ANA, TEN, TEN.plus(HOUR));

        assertThat(violations())
                .anyMatch(wrong -> wrong.contains("is not what was asked for"))
                .anyMatch(wrong -> wrong.startsWith("Nobody asked for TimeOff"));
    }

    @Test
    void timeOffThatWasGivenTwiceIsFound() {
        asked(new GoingAway(ANA, TEN, TEN.plus(HOUR)), SILENCE);
        awayThere(0, UUID.randomUUID(), ANA, TEN, TEN.plus(HOUR));
        timesOff.add(new TimeOff(UUID.randomUUID(), ANA, timesOff.getFirst().span(), Happening.markOf(0)));

        assertThat(violations()).singleElement().asString().startsWith("Given twice");
    }

    @Test
    void timeOffWithAGapInItIsFound() {
        UUID id = away(ANA, TEN, TEN.plus(HOUR.multipliedBy(3)));
        taken.clear();
        taken.add(new Taken(ANA, new Span(TEN, TEN.plus(HOUR)), id));
        taken.add(new Taken(ANA, new Span(TEN.plus(HOUR.multipliedBy(2)), TEN.plus(HOUR.multipliedBy(3))), id));

        assertThat(violations()).singleElement().asString().contains("is free, or held, at " + TEN.plus(HOUR));
    }

    @Test
    void timeOffThatTakesMoreThanItsOwnIsFound() {
        UUID id = away(ANA, TEN, TEN.plus(HOUR));
        taken.add(new Taken(ANA, new Span(TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2))), id));

        assertThat(violations()).singleElement().asString().contains("takes what is not its own");
    }

    @Test
    void aTokenThatWasSpentTwiceIsFound() {
        asked(new Redeeming("once"), new Done(null, null));
        asked(new Redeeming("once"), new Done(null, null));

        assertThat(violations()).singleElement().asString().startsWith("A token was spent 2 times");
    }

    @Test
    void aGrantThatBookedTwiceIsFound() {
        for (int hour = 0; hour < 4; hour += 2) {
            int number =
                    asked(new Booking(CLIENT, TALK, ANA, TEN.plus(HOUR.multipliedBy(hour)), null, "grant"), SILENCE);
            there(number, CLIENT, TALK, ANA, null, TEN.plus(HOUR.multipliedBy(hour)), false, 0);
        }

        assertThat(violations()).singleElement().asString().startsWith("2 bookings by one grant");
    }

    private List<String> violations() {
        var treatments = Map.of(
                TALK, new Treatment(HOUR, BUFFER, BUFFER, false), LASER, new Treatment(HOUR, BUFFER, BUFFER, true));
        return HistoryChecker.violations(
                history, new Aftermath(treatments, appointments, holds, timesOff, taken, notices));
    }

    private int asked(Wanted wanted, Outcome outcome) {
        int number = history.size();
        history.add(new Happening(number, wanted, outcome));
        return number;
    }

    private UUID booked(UUID treatment, UUID practitioner, Instant startsAt) {
        int number = history.size();
        asked(new Booking(CLIENT, treatment, practitioner, startsAt, null, null), new Done(id(number), practitioner));
        there(number, CLIENT, treatment, practitioner, treatment.equals(LASER) ? ROOM : null, startsAt, false, 0);
        return id(number);
    }

    private UUID held(UUID practitioner, Instant startsAt) {
        UUID id = UUID.randomUUID();
        asked(new Holding(TALK, practitioner, startsAt), new Done(id, practitioner));
        holdThere(id, practitioner, startsAt);
        return id;
    }

    private UUID away(UUID practitioner, Instant startsAt, Instant endsAt) {
        UUID id = UUID.randomUUID();
        int number = asked(new GoingAway(practitioner, startsAt, endsAt), new Done(id, null));
        awayThere(number, id, practitioner, startsAt, endsAt);
        return id;
    }

    private void awayThere(int number, UUID id, UUID practitioner, Instant startsAt, Instant endsAt) {
        var span = new Span(startsAt, endsAt);
        timesOff.add(new TimeOff(id, practitioner, span, Happening.markOf(number)));
        taken.add(new Taken(practitioner, span, id));
    }

    private void holdThere(UUID id, UUID practitioner, Instant startsAt) {
        holds.add(new Hold(id, practitioner, null));
        takes(practitioner, startsAt, id);
    }

    private void there(
            int number,
            UUID client,
            UUID treatment,
            UUID practitioner,
            UUID room,
            Instant startsAt,
            boolean cancelled,
            int version) {
        UUID id = appointments.stream().anyMatch(each -> each.id().equals(id(number))) ? UUID.randomUUID() : id(number);
        appointments.add(new Appointment(
                id,
                client,
                treatment,
                practitioner,
                room,
                startsAt,
                startsAt.plus(HOUR),
                BUFFER,
                BUFFER,
                cancelled,
                version,
                Happening.markOf(number)));
        takes(practitioner, startsAt, id);
        if (room != null) {
            takes(room, startsAt, id);
        }
        notices.add(new Notice(id, 0));
    }

    private void change(UUID id, Instant startsAt, boolean cancelled, int version) {
        appointments.replaceAll(each -> !each.id().equals(id)
                ? each
                : new Appointment(
                        id,
                        each.client(),
                        each.treatment(),
                        each.practitioner(),
                        each.room(),
                        startsAt,
                        startsAt.plus(HOUR),
                        BUFFER,
                        BUFFER,
                        cancelled,
                        version,
                        each.mark()));
        notices.add(new Notice(id, version));
    }

    private void takes(UUID resource, Instant startsAt, UUID owner) {
        taken.add(new Taken(
                resource, new Span(startsAt.minus(BUFFER), startsAt.plus(HOUR).plus(BUFFER)), owner));
    }

    /** Of the appointment that was made under a number. */
    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
