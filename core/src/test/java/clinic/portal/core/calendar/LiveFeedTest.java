package clinic.portal.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.LiveFeed.Batch;
import clinic.portal.core.calendar.LiveFeed.Item;
import clinic.portal.core.calendar.LiveFeed.Limits;
import clinic.portal.core.calendar.LiveFeed.Place;
import clinic.portal.core.calendar.LiveFeed.Reader;
import clinic.portal.core.fakes.InMemoryCalendarEvents;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SecondFactorDue;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Throttled;
import clinic.portal.core.shared.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final ClinicId glow = new ClinicId(UUID.randomUUID());
    private final ClinicId calm = new ClinicId(UUID.randomUUID());
    private final InMemoryCalendarEvents events = new InMemoryCalendarEvents();
    private final Set<Viewer.Staff> gone = new HashSet<>();
    private final LiveFeed<Item<String>> feed = instance();
    private Runnable meanwhile = () -> {};
    private Runnable atTheGate = () -> {};
    private @Nullable RuntimeException outage;

    @Test
    void whoFollowsIsToldWhatHappensFromThenOn() {
        happen("before");
        var reader = follow(member(glow));

        happen("one");
        happen("two");
        feed.look();

        assertThat(reader.heard).containsExactly("ready", "one", "two");
    }

    @Test
    void nothingIsToldOfAnotherClinic() {
        var reader = follow(member(glow));

        events.happen(calm, named("elsewhere"), Change.BOOKED);
        feed.look();
        feed.look();

        assertThat(reader.heard).containsExactly("ready");
    }

    @Test
    void whatCommitsLateIsNeitherLostNorToldTwice() {
        var reader = follow(member(glow));
        long slow = events.begin();
        happen("quick");
        feed.look();
        assertThat(reader.heard).as("held back by the slow one").containsExactly("ready");

        events.commit(slow, glow, named("slow"), Change.BOOKED);
        feed.look();
        feed.look();

        assertThat(reader.heard).containsExactly("ready", "slow", "quick");
    }

    @Test
    void whoComesBackGoesOnWhereTheyWere() {
        var reader = follow(member(glow));
        happen("one");
        feed.look();
        reader.place.leave();
        happen("two");
        happen("three");

        var again = follow(member(glow), reader.lastId);
        happen("four");
        feed.look();

        assertThat(again.heard).containsExactly("two", "three", "ready", "four");
    }

    @Test
    void whoComesBackElsewhereGoesOnAsWell() {
        var reader = follow(member(glow));
        happen("one");
        feed.look();
        var other = instance();
        happen("two");

        var again = new Recorder();
        other.open(member(glow), reader.lastId, again);
        other.look();

        assertThat(again.heard).containsExactly("two", "ready");
    }

    @Test
    void whatHappensWhileSomebodyCatchesUpIsToldOnce() {
        var first = follow(member(glow));
        happen("one");
        meanwhile = () -> {
            meanwhile = () -> {};
            happen("two");
            feed.look();
        };

        var again = follow(member(glow), first.lastId);
        feed.look();

        assertThat(first.heard).containsExactly("ready", "one", "two");
        assertThat(again.heard).containsExactly("one", "two", "ready");
    }

    @Test
    void whatHappensAfterTheReadingAndBeforeTheStreamIsToldToo() {
        var first = follow(member(glow));
        var afterwards = instanceThatPausesAfterReading();
        afterwards.open(member(glow), null, new Recorder());
        happen("one");
        meanwhile = () -> {
            happen("two");
            afterwards.look();
        };

        var again = new Recorder();
        afterwards.open(member(glow), first.lastId, again);
        afterwards.look();

        assertThat(again.heard).containsExactly("one", "ready", "two");
    }

    @Test
    void whoIsTheOnlyOneAndMissedTooMuchIsToldTheRestAllTheSame() {
        var reader = follow(member(glow));
        reader.place.leave();
        IntStream.range(0, 201).forEach(i -> happen("event " + i));

        var again = follow(member(glow), reader.lastId);
        happen("new");
        feed.look();

        assertThat(again.heard).containsExactly("reset", "new");
    }

    @Test
    void whoIsTheOnlyOneAndAheadOfTheDatabaseIsToldTheRestAllTheSame() {
        var reader = follow(member(glow));
        happen("one");
        feed.look();
        reader.place.leave();
        events.loseAll();

        var again = follow(member(glow), reader.lastId);
        happen("new");
        feed.look();

        assertThat(again.heard).containsExactly("reset", "new");
    }

    @Test
    void whatHappensWhileTheOnlyOneComesBackIsNotLost() {
        var lonely = instanceThatPausesAfterReading();
        var before = new Recorder();
        lonely.open(member(glow), null, before).leave();
        meanwhile = () -> happen("just then");

        var again = new Recorder();
        lonely.open(member(glow), before.lastId, again);
        lonely.look();

        assertThat(again.heard).containsExactly("ready", "just then");
    }

    @Test
    void whoMissedTooMuchLoadsEverythingAgain() {
        var reader = follow(member(glow));
        IntStream.range(0, 201).forEach(i -> happen("event " + i));

        var again = follow(member(glow), reader.lastId);
        happen("new");
        feed.look();

        assertThat(again.heard).containsExactly("reset", "new").doesNotContain("event 1");
    }

    @Test
    void whoWasThereIsToldHoweverMuchItIs() {
        var reader = follow(member(glow));

        IntStream.range(0, 500).forEach(i -> happen("event " + i));
        feed.look();

        assertThat(reader.heard).hasSize(501).endsWith("event 499");
    }

    @Test
    void anIdThatIsNoneMeansLoadingAgainAndNotAnError() {
        assertThat(follow(member(glow), "what?").heard).containsExactly("reset");
        assertThat(follow(member(glow), "99999999-1").heard).containsExactly("reset");
        assertThat(follow(member(glow), "9".repeat(90) + "-1").heard).containsExactly("reset");
    }

    @Test
    void anOlderCopyOfTheDatabaseMeansLoadingAgain() {
        var reader = follow(member(glow));
        happen("one");
        feed.look();

        events.loseAll();
        feed.look();
        happen("two");
        feed.look();

        assertThat(reader.heard).containsExactly("ready", "one", "reset", "two");
    }

    @Test
    void whoDoesNotReadIsCutAndTheOthersAreNotHeldUp() {
        var slow = follow(member(glow));
        var quick = follow(member(glow));
        slow.full = true;

        happen("one");
        feed.look();

        assertThat(slow.ended).isTrue();
        assertThat(quick.heard).containsExactly("ready", "one");
        assertThat(feed.readers()).isEqualTo(1);
    }

    @Test
    void anOutageHoldsNewsUpAndLosesNone() {
        var reader = follow(member(glow));
        happen("one");
        outage = new Busy();
        assertThatThrownBy(feed::look).isInstanceOf(Busy.class);

        outage = null;
        feed.look();

        assertThat(reader.heard).containsExactly("ready", "one");
    }

    @Test
    void whoMayNoLongerReadIsCutWithinOneCheck() {
        var leaver = member(glow);
        var cut = follow(leaver);
        var stays = follow(member(glow));
        gone.add(leaver);

        feed.check();
        happen("one");
        feed.look();

        assertThat(cut.ended).isTrue();
        assertThat(cut.heard).containsExactly("ready");
        assertThat(stays.heard).containsExactly("ready", "one");
    }

    @Test
    void whoComesInDuringACheckStays() {
        follow(member(glow));
        var late = new Recorder();
        atTheGate = () -> feed.open(member(glow), null, late);

        feed.check();

        assertThat(late.ended).isFalse();
    }

    @Test
    void whoMayNotReadAtAllIsNotLetIn() {
        var enrolling = new Viewer.Member(
                glow, new StaffId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Role.OWNER, true);

        assertThatThrownBy(() -> follow(enrolling)).isInstanceOf(SecondFactorDue.class);
        assertThat(feed.readers()).isZero();
    }

    @Test
    void oneMemberHasOnlySoManyStreams() {
        var member = member(glow);
        var first = follow(member);
        follow(member);
        follow(member);

        assertThatThrownBy(() -> follow(member)).isInstanceOf(Throttled.class);
        first.place.leave();
        assertThat(follow(member).heard).containsExactly("ready");
    }

    @Test
    void anInstanceHasOnlySoManyStreams() {
        IntStream.range(0, 5).forEach(i -> follow(member(glow)));

        assertThatThrownBy(() -> follow(member(calm))).isInstanceOf(Busy.class);
    }

    @Test
    void aStreamThatCouldNotBeOpenedTakesNoPlace() {
        var reader = follow(member(glow));
        outage = new Busy();

        assertThatThrownBy(() -> follow(member(glow), reader.lastId)).isInstanceOf(Busy.class);

        assertThat(feed.readers()).isEqualTo(1);
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        var first = follow(member(glow));
        follow(member(glow));

        first.place.leave();
        first.place.leave();

        assertThat(feed.readers()).isEqualTo(1);
    }

    @Test
    void whereNobodyFollowsNobodyAsks() {
        var reader = follow(member(glow));
        reader.place.leave();
        outage = new Busy();

        feed.look();
        feed.check();

        assertThat(reader.heard).containsExactly("ready");
    }

    @Test
    void theDeadAreFoundByTheHeartbeat() {
        var dead = follow(member(glow));
        var alive = follow(member(glow));
        dead.full = true;

        feed.beat();

        assertThat(dead.ended).isTrue();
        assertThat(alive.heard).containsExactly("ready", "beat");
    }

    @Test
    void whenItClosesAllStreamsEndAndNoneIsOpened() {
        var reader = follow(member(glow));

        feed.close();

        assertThat(reader.ended).isTrue();
        assertThatThrownBy(() -> follow(member(glow))).isInstanceOf(Busy.class);
        assertThat(feed.readers()).isZero();
    }

    /** {@link #meanwhile} runs once, when the next reading is done and nothing has been made of it yet. */
    private LiveFeed<Item<String>> instanceThatPausesAfterReading() {
        return new LiveFeed<>(
                events,
                (clinic, from, most) -> {
                    var read = read(clinic, from, most);
                    var then = meanwhile;
                    meanwhile = () -> {};
                    then.run();
                    return read;
                },
                (clinic, viewers, right) -> viewers,
                new Limits(3, 5));
    }

    private LiveFeed<Item<String>> instance() {
        return new LiveFeed<>(
                events,
                (clinic, from, most) -> {
                    meanwhile.run();
                    return read(clinic, from, most);
                },
                (clinic, viewers, right) -> {
                    atTheGate.run();
                    var in = new HashSet<>(viewers);
                    in.removeAll(gone);
                    return in;
                },
                new Limits(3, 5));
    }

    private Batch<Item<String>> read(ClinicId clinic, Position from, int most) {
        if (outage != null) {
            throw outage;
        }
        var reading = events.after(clinic, from, most);
        return new Batch<>(
                reading.events().stream()
                        .map(event -> new Item<>(event.position(), word(event)))
                        .map(item -> new Item<>(item.position(), item))
                        .toList(),
                reading.horizon(),
                reading.events().size() == most);
    }

    private final List<String> words = new ArrayList<>();

    private String word(CalendarEvent event) {
        return words.get((int) event.appointment().value().getLeastSignificantBits());
    }

    /** Appointments here are called by what is to be heard of them. */
    private AppointmentId named(String word) {
        words.add(word);
        return new AppointmentId(new UUID(0, words.size() - 1L));
    }

    private void happen(String word) {
        events.happen(glow, named(word), Change.BOOKED);
    }

    private static Viewer.Member member(ClinicId clinic) {
        return new Viewer.Member(
                clinic, new StaffId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Role.RECEPTIONIST, false);
    }

    private Recorder follow(Viewer.Staff viewer) {
        return follow(viewer, null);
    }

    private Recorder follow(Viewer.Staff viewer, @Nullable String lastId) {
        var recorder = new Recorder();
        recorder.place = feed.open(viewer, lastId, recorder);
        return recorder;
    }

    private final class Recorder implements Reader<Item<String>> {
        final List<String> heard = new ArrayList<>();
        String lastId = "";
        boolean full;
        boolean ended;
        Place place = () -> {};

        @Override
        public boolean ready(Position position) {
            lastId = position.write();
            return hear("ready");
        }

        @Override
        public boolean reset(Position position) {
            lastId = position.write();
            return hear("reset");
        }

        @Override
        public boolean tell(Item<String> news) {
            lastId = news.position().write();
            return hear(news.news());
        }

        @Override
        public boolean beat() {
            return hear("beat");
        }

        @Override
        public void end() {
            ended = true;
        }

        private boolean hear(String word) {
            return !full && heard.add(word);
        }
    }
}
