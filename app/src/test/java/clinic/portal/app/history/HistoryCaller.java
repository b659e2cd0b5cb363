package clinic.portal.app.history;

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
import clinic.portal.app.process.BookingCaller;
import clinic.portal.app.process.BookingCaller.Answer;
import clinic.portal.app.process.BookingCaller.Wish;
import clinic.portal.app.process.BookingClinic.Member;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who books, moves, cancels, holds and goes away without a plan, one thing after the other, at whichever
 * instance. Changes only what is their own, and leaves alone what they do not know the state of.
 */
final class HistoryCaller implements Runnable {
    private static final Set<String> ORDINARY = Set.of("slot_taken", "prefill_used", "grant_used");
    private static final int MOST = 8;

    private final HistoryPlaces places;
    private final HistoryLog log;
    private final Random random;
    private final BooleanSupplier goingOn;
    private final List<Mine> appointments = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();
    private final List<Away> timesOff = new ArrayList<>();

    private record Mine(UUID id, Member client) {}

    private record Held(UUID id, Wish wish) {}

    private record Away(UUID id, UUID practitioner) {}

    private interface Call {
        Answer at(BookingCaller desk) throws IOException;
    }

    HistoryCaller(HistoryPlaces places, HistoryLog log, long seed, BooleanSupplier goingOn) {
        this.places = places;
        this.log = log;
        this.random = new Random(seed);
        this.goingOn = goingOn;
    }

    @Override
    public void run() {
        while (goingOn.getAsBoolean()) {
            try {
                something();
            } catch (RuntimeException broken) {
                log.strange("A caller broke: " + broken);
                throw broken;
            }
        }
    }

    private void something() {
        int dice = random.nextInt(100);
        if (appointments.size() >= MOST || (dice < 20 && !appointments.isEmpty())) {
            cancel();
        } else if (dice < 45 && !appointments.isEmpty()) {
            move();
        } else if (holds.size() > 1 || (dice < 50 && !holds.isEmpty())) {
            release();
        } else if (dice < 58) {
            hold();
        } else if (dice < 63) {
            goAwayOrComeBack();
        } else if (dice < 67) {
            bookWithGrant();
        } else {
            book();
        }
    }

    private void book() {
        Member client = places.client(random);
        Held hold = holds.isEmpty() || random.nextBoolean() ? null : holds.removeLast();
        Wish wish = (hold == null ? wish() : hold.wish()).with(hold == null ? null : hold.id(), null);
        booked(client, wish, null, (desk, marked) -> desk.book(client.token(), marked));
    }

    private interface Order {
        Answer at(BookingCaller desk, Wish marked) throws IOException;
    }

    private void booked(Member client, Wish wish, @Nullable String grant, Order order) {
        var begun = log.begin();
        var wanted =
                new Booking(client.id(), wish.treatment(), wish.practitioner(), wish.startsAt(), wish.hold(), grant);
        Wish marked = wish.with(wish.hold(), Happening.markOf(begun.number()));
        var outcome = ask(begun, wanted, desk -> order.at(desk, marked), HistoryCaller::placed);
        if (outcome instanceof Done done) {
            appointments.add(new Mine(done.id(), client));
        }
    }

    /** Spends a token twice at once, and the grant twice after that. */
    private void bookWithGrant() {
        Member client = places.client(random);
        var tokens = new ArrayList<String>();
        var made = attempt(desk -> desk.makeToken(client.token()), answer -> {
            tokens.add(answer.body().get("token").asText());
            return new Done(null, null);
        });
        if (!(made instanceof Done)) {
            return;
        }
        var grants = new ArrayList<String>();
        Runnable redeeming = () -> {
            var begun = log.begin();
            ask(begun, new Redeeming(tokens.getFirst()), desk -> desk.redeem(tokens.getFirst()), answer -> {
                synchronized (grants) {
                    grants.add(answer.body().get("bookingGrant").asText());
                }
                return new Done(null, null);
            });
        };
        var other = Thread.ofVirtual().start(redeeming);
        redeeming.run();
        join(other);
        for (String grant : grants) {
            booked(client, wish(), grant, (desk, marked) -> desk.bookByGrant(grant, marked));
            booked(client, wish(), grant, (desk, marked) -> desk.bookByGrant(grant, marked));
        }
    }

    private void cancel() {
        Mine mine = take(appointments);
        var outcome = ask(
                log.begin(),
                new Cancelling(mine.id()),
                desk -> desk.cancel(mine.client().token(), mine.id()),
                answer -> new Done(null, null));
        if (outcome instanceof Refused) {
            appointments.add(mine);
        }
    }

    private void move() {
        Mine mine = take(appointments);
        Instant to = places.time(random, log.ended());
        UUID practitioner = places.practitionerOrAnybody(random);
        boolean byStaff = random.nextInt(4) == 0;
        var outcome = ask(
                log.begin(),
                new Moving(mine.id(), byStaff ? null : practitioner, to),
                desk -> byStaff
                        ? desk.moveAsStaff(places.owner().token(), mine.id(), to)
                        : desk.move(mine.client().token(), mine.id(), practitioner, to),
                HistoryCaller::placed);
        if (!(outcome instanceof Unknown)) {
            appointments.add(mine);
        }
    }

    private void hold() {
        Wish wish = wish();
        var outcome = ask(
                log.begin(),
                new Holding(wish.treatment(), wish.practitioner(), wish.startsAt()),
                desk -> desk.hold(wish),
                HistoryCaller::placed);
        if (outcome instanceof Done done) {
            holds.add(new Held(done.id(), new Wish(wish.treatment(), done.practitioner(), wish.startsAt())));
        }
    }

    private void release() {
        Held held = take(holds);
        var outcome = ask(
                log.begin(), new Releasing(held.id()), desk -> desk.release(held.id()), answer -> new Done(null, null));
        if (outcome instanceof Refused) {
            holds.add(held);
        }
    }

    private void goAwayOrComeBack() {
        if (timesOff.size() > 1) {
            Away away = take(timesOff);
            var outcome = ask(
                    log.begin(),
                    new ComingBack(away.id()),
                    desk -> desk.comeBack(places.owner().token(), away.practitioner(), away.id()),
                    answer -> new Done(null, null));
            if (outcome instanceof Refused) {
                timesOff.add(away);
            }
            return;
        }
        UUID practitioner = places.practitioner(random);
        Instant from = places.time(random, log.ended());
        Instant to = from.plus(Duration.ofMinutes(30L + random.nextInt(90)));
        var begun = log.begin();
        var outcome = ask(
                begun,
                new GoingAway(practitioner, from, to),
                desk -> desk.goAway(places.owner().token(), practitioner, from, to, Happening.markOf(begun.number())),
                answer -> new Done(answer.id(), null));
        if (outcome instanceof Done done) {
            timesOff.add(new Away(done.id(), practitioner));
        }
    }

    private Outcome ask(HistoryLog.Begun begun, Wanted wanted, Call call, Function<Answer, Done> reading) {
        return log.end(begun, wanted, attempt(call, reading));
    }

    private Outcome attempt(Call call, Function<Answer, Done> reading) {
        try {
            Answer answer = call.at(places.desk(random));
            if (answer.status() < 300) {
                return reading.apply(answer);
            }
            if (answer.status() >= 500) {
                return new Unknown(answer.text());
            }
            if (!ORDINARY.contains(answer.code())) {
                log.strange("Not an answer to be expected: " + answer);
            }
            return new Refused(answer.code());
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return new Refused("never sent");
        } catch (IOException broken) {
            return new Unknown(broken.toString());
        }
    }

    private static Done placed(Answer answer) {
        return new Done(answer.id(), answer.practitioner());
    }

    private Wish wish() {
        return new Wish(
                places.treatment(random), places.practitionerOrAnybody(random), places.time(random, log.ended()));
    }

    private <T> T take(List<T> from) {
        return from.remove(random.nextInt(from.size()));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
