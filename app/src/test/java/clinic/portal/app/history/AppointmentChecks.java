package clinic.portal.app.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import clinic.portal.app.history.Aftermath.Appointment;
import clinic.portal.app.history.Aftermath.Notice;
import clinic.portal.app.history.Happening.Booking;
import clinic.portal.app.history.Happening.Cancelling;
import clinic.portal.app.history.Happening.Done;
import clinic.portal.app.history.Happening.Moving;
import clinic.portal.app.history.Happening.Refused;
import clinic.portal.app.history.Happening.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every appointment was asked for, is where its acknowledged changes put it, and the client was told of each. */
final class AppointmentChecks {
    private final Aftermath after;
    private final Set<UUID> there;
    private final Map<String, Happening> bookings;
    private final Map<UUID, List<Happening>> changes;
    private final List<String> wrong = new ArrayList<>();

    /** @param practitioner nobody knows, where absent: the answer did not come */
    private record State(@Nullable UUID practitioner, Instant startsAt, boolean cancelled, int version) {
        State then(Happening change) {
            return switch (change.wanted()) {
                case Moving move -> moved(chosen(move, change), move.startsAt());
                case Cancelling cancelling -> new State(practitioner, startsAt, true, version + 1);
                default -> this;
            };
        }

        /** To where it is already, nothing is moved. */
        private State moved(@Nullable UUID to, Instant at) {
            return Objects.equals(to, practitioner) && at.equals(startsAt)
                    ? this
                    : new State(to, at, cancelled, version + 1);
        }

        private @Nullable UUID chosen(Moving move, Happening change) {
            UUID told = change.outcome() instanceof Done done ? done.practitioner() : move.practitioner();
            return told == null ? practitioner : told;
        }

        boolean isThatOf(Appointment found) {
            return (practitioner == null || practitioner.equals(found.practitioner()))
                    && startsAt.equals(found.startsAt())
                    && cancelled == found.cancelled()
                    && version == found.version();
        }
    }

    AppointmentChecks(List<Happening> history, Aftermath after) {
        this.after = after;
        this.there = after.appointments().stream().map(Appointment::id).collect(Collectors.toSet());
        this.bookings = history.stream()
                .filter(each -> each.wanted() instanceof Booking)
                .collect(toMap(Happening::mark, Function.identity()));
        this.changes =
                history.stream().filter(each -> changed(each) != null).collect(groupingBy(AppointmentChecks::changed));
    }

    List<String> violations() {
        var told = after.notices().stream()
                .collect(groupingBy(Notice::appointment, mapping(Notice::version, Collectors.<Integer>toList())));
        var marks = new HashSet<String>();
        for (Appointment found : after.appointments()) {
            if (!marks.add(String.valueOf(found.mark()))) {
                wrong.add("Booked twice: " + found);
            }
            wasAskedFor(found);
            isWhereItBelongs(found);
            wasTold(found, told.getOrDefault(found.id(), List.of()));
        }
        bookings.values().forEach(this::stands);
        changes.keySet().forEach(this::isThere);
        return wrong;
    }

    private static @Nullable UUID changed(Happening happening) {
        return switch (happening.wanted()) {
            case Moving move -> move.appointment();
            case Cancelling cancelling -> cancelling.appointment();
            default -> null;
        };
    }

    private void wasAskedFor(Appointment found) {
        var asked = bookings.get(String.valueOf(found.mark()));
        if (asked == null) {
            wrong.add("Nobody asked for " + found);
            return;
        }
        var booking = (Booking) asked.wanted();
        if (asked.outcome() instanceof Refused refused) {
            wrong.add("Refused (%s) and there all the same: %s".formatted(refused.why(), found));
        }
        if (asked.outcome() instanceof Done done && !found.id().equals(done.id())) {
            wrong.add("Acknowledged as %s: %s".formatted(done.id(), found));
        }
        if (!found.client().equals(booking.client()) || !found.treatment().equals(booking.treatment())) {
            wrong.add("For somebody or something else than %s: %s".formatted(booking, found));
        }
    }

    private void isWhereItBelongs(Appointment found) {
        var asked = bookings.get(String.valueOf(found.mark()));
        if (asked == null) {
            return;
        }
        var booking = (Booking) asked.wanted();
        UUID chosen = asked.outcome() instanceof Done done ? done.practitioner() : booking.practitioner();
        Set<State> possible = new LinkedHashSet<>(Set.of(new State(chosen, booking.startsAt(), false, 0)));
        for (Happening change : changes.getOrDefault(found.id(), List.of())) {
            possible = after(possible, change);
        }
        if (possible.stream().noneMatch(state -> state.isThatOf(found))) {
            wrong.add("Of %s (with %s, %s, version %d) its history says: %s"
                    .formatted(
                            found,
                            found.practitioner(),
                            found.cancelled() ? "cancelled" : "standing",
                            found.version(),
                            possible));
        }
    }

    private static Set<State> after(Set<State> before, Happening change) {
        var changed = before.stream().map(state -> state.then(change)).collect(toCollection(LinkedHashSet<State>::new));
        return switch (change.outcome()) {
            case Done done -> changed;
            case Refused refused -> before;
            case Unknown unknown -> {
                changed.addAll(before);
                yield changed;
            }
        };
    }

    private void wasTold(Appointment found, List<Integer> versions) {
        var expected = IntStream.rangeClosed(0, found.version()).boxed().toList();
        if (!List.copyOf(new TreeSet<>(versions)).equals(expected) || versions.size() != expected.size()) {
            wrong.add("Word of each of %s is due, %s was given: %s".formatted(expected, versions, found));
        }
    }

    private void stands(Happening booked) {
        if (booked.outcome() instanceof Done done && !there.contains(done.id())) {
            wrong.add("Acknowledged and lost: " + booked);
        }
    }

    private void isThere(UUID appointment) {
        if (!there.contains(appointment)) {
            wrong.add("Changed and lost: " + appointment);
        }
    }
}
