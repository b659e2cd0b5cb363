package clinic.portal.app.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import clinic.portal.app.history.Aftermath.Appointment;
import clinic.portal.app.history.Aftermath.Hold;
import clinic.portal.app.history.Aftermath.Span;
import clinic.portal.app.history.Aftermath.Taken;
import clinic.portal.app.history.Aftermath.TimeOff;
import clinic.portal.app.history.Happening.Booking;
import clinic.portal.app.history.Happening.ComingBack;
import clinic.portal.app.history.Happening.Done;
import clinic.portal.app.history.Happening.GoingAway;
import clinic.portal.app.history.Happening.Holding;
import clinic.portal.app.history.Happening.Redeeming;
import clinic.portal.app.history.Happening.Refused;
import clinic.portal.app.history.Happening.Releasing;
import clinic.portal.app.history.Happening.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds, time off and one-time tokens are as their callers were told. */
final class PromiseChecks {
    private final List<Happening> history;
    private final Aftermath after;
    /** What was asked for of all appointments that are there. */
    private final List<Booking> booked;
    /** Holds that a release or a booking has ended, and those of which no answer to a release came. */
    private final Set<UUID> over;

    private final Set<UUID> perhapsOver;
    private final List<String> wrong = new ArrayList<>();

    PromiseChecks(List<Happening> history, Aftermath after) {
        this.history = history;
        this.after = after;
        this.booked = booked();
        this.over = Stream.concat(released(Happening::isDone), booked.stream().map(Booking::hold))
                .collect(toSet());
        this.perhapsOver = released(Happening::isUnknown).collect(toSet());
    }

    List<String> violations() {
        holds();
        timesOff();
        tokens();
        return wrong;
    }

    private void holds() {
        var found = after.holds().stream().collect(toMap(Hold::id, hold -> hold));
        var told = new HashSet<UUID>();
        all(Holding.class).filter(Happening::isDone).forEach(held -> {
            UUID id = ((Done) held.outcome()).id();
            told.add(id);
            if (found.containsKey(id) && over.contains(id)) {
                wrong.add("Over and held all the same: " + held);
            }
            if (!found.containsKey(id) && !mayBeOver(id, held)) {
                wrong.add("Acknowledged and lost: " + held);
            }
            if (found.containsKey(id) && !takes(found.get(id), (Holding) held.wanted())) {
                wrong.add("Takes another time than was held: " + held);
            }
        });
        var unanswered =
                new ArrayList<>(all(Holding.class).filter(Happening::isUnknown).toList());
        after.holds().stream().filter(hold -> !told.contains(hold.id())).forEach(hold -> {
            var asked = unanswered.stream()
                    .filter(each -> takes(hold, (Holding) each.wanted()))
                    .findFirst();
            asked.ifPresentOrElse(unanswered::remove, () -> wrong.add("Nobody asked for " + hold));
        });
    }

    private Stream<UUID> released(Predicate<Happening> which) {
        return all(Releasing.class).filter(which).map(each -> ((Releasing) each.wanted()).hold());
    }

    private boolean mayBeOver(UUID id, Happening held) {
        var holding = (Holding) held.wanted();
        Span span = after.treatments().get(holding.treatment()).around(holding.startsAt());
        return over.contains(id)
                || perhapsOver.contains(id)
                || all(GoingAway.class)
                        .filter(each -> !(each.outcome() instanceof Refused))
                        .map(each -> (GoingAway) each.wanted())
                        .anyMatch(away -> away.practitioner().equals(((Done) held.outcome()).practitioner())
                                && new Span(away.startsAt(), away.endsAt()).overlaps(span));
    }

    private boolean takes(Hold hold, Holding wanted) {
        Span span = after.treatments().get(wanted.treatment()).around(wanted.startsAt());
        var expected = new HashSet<>(Set.of(new Taken(hold.practitioner(), span, hold.id())));
        if (hold.room() != null) {
            expected.add(new Taken(hold.room(), span, hold.id()));
        }
        return (wanted.practitioner() == null || wanted.practitioner().equals(hold.practitioner()))
                && (hold.room() != null)
                        == after.treatments().get(wanted.treatment()).needsRoom()
                && after.taken().stream()
                        .filter(each -> each.owner().equals(hold.id()))
                        .collect(toSet())
                        .equals(expected);
    }

    private void timesOff() {
        Map<String, Happening> asked = all(GoingAway.class).collect(toMap(Happening::mark, each -> each));
        var marks = new HashSet<String>();
        for (TimeOff found : after.timesOff()) {
            if (!marks.add(String.valueOf(found.mark()))) {
                wrong.add("Given twice: " + found);
            }
            var away = asked.get(String.valueOf(found.mark()));
            if (away == null || away.outcome() instanceof Refused) {
                wrong.add("Nobody asked for " + found);
            } else if (!isThatOf(found, (GoingAway) away.wanted())) {
                wrong.add("%s is not what was asked for: %s".formatted(found, away));
            }
        }
        Set<UUID> there = after.timesOff().stream().map(TimeOff::id).collect(toSet());
        asked.values().stream().filter(Happening::isDone).forEach(away -> {
            UUID id = ((Done) away.outcome()).id();
            var backs = all(ComingBack.class)
                    .filter(back -> ((ComingBack) back.wanted()).timeOff().equals(id))
                    .toList();
            if (there.contains(id) && backs.stream().anyMatch(Happening::isDone)) {
                wrong.add("Taken back and there all the same: " + away);
            }
            if (!there.contains(id) && backs.stream().allMatch(back -> back.outcome() instanceof Refused)) {
                wrong.add("Acknowledged and lost: " + away);
            }
        });
    }

    private static boolean isThatOf(TimeOff found, GoingAway wanted) {
        return found.practitioner().equals(wanted.practitioner())
                && found.span().equals(new Span(wanted.startsAt(), wanted.endsAt()));
    }

    private void tokens() {
        all(Redeeming.class)
                .filter(Happening::isDone)
                .collect(groupingBy(each -> ((Redeeming) each.wanted()).token(), counting()))
                .forEach((token, times) -> {
                    if (times > 1) {
                        wrong.add("A token was spent %d times: %s".formatted(times, token));
                    }
                });
        booked.stream()
                .filter(each -> each.grant() != null)
                .collect(groupingBy(Booking::grant, counting()))
                .forEach((grant, times) -> {
                    if (times > 1) {
                        wrong.add("%d bookings by one grant: %s".formatted(times, grant));
                    }
                });
    }

    private List<Booking> booked() {
        Set<String> marks = after.appointments().stream()
                .map(Appointment::mark)
                .map(String::valueOf)
                .collect(toSet());
        return all(Booking.class)
                .filter(each -> marks.contains(each.mark()))
                .map(each -> (Booking) each.wanted())
                .toList();
    }

    private Stream<Happening> all(Class<? extends Wanted> kind) {
        return history.stream().filter(each -> kind.isInstance(each.wanted()));
    }
}
