package clinic.portal.app.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import clinic.portal.app.history.Aftermath.Appointment;
import clinic.portal.app.history.Aftermath.Span;
import clinic.portal.app.history.Aftermath.Taken;
import clinic.portal.app.history.Aftermath.TimeOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Nobody and no room is in two places at once, and what is taken is exactly what something takes. */
final class TimeChecks {
    private final Aftermath after;
    private final Map<UUID, List<Taken>> takenBy;
    private final List<String> wrong = new ArrayList<>();

    TimeChecks(Aftermath after) {
        this.after = after;
        this.takenBy = after.taken().stream().collect(groupingBy(Taken::owner));
    }

    List<String> violations() {
        var standing =
                after.appointments().stream().filter(each -> !each.cancelled()).toList();
        // From the appointments themselves: occupied time could be wrong together with what it keeps apart.
        apart(standing.stream(), Appointment::practitioner, Appointment::span);
        apart(standing.stream().filter(each -> each.room() != null), Appointment::room, Appointment::span);
        apart(after.taken().stream(), Taken::resource, Taken::span);
        after.appointments().forEach(this::takesItsTime);
        after.timesOff().forEach(this::isKept);
        somethingTakesIt();
        return wrong;
    }

    private <T> void apart(Stream<T> things, Function<T, UUID> resource, Function<T, Span> span) {
        things.collect(groupingBy(resource)).forEach((whose, all) -> {
            var sorted = all.stream()
                    .sorted(Comparator.comparing(each -> span.apply(each).from()))
                    .toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (span.apply(sorted.get(i - 1)).overlaps(span.apply(sorted.get(i)))) {
                    wrong.add("Overlap of %s: %s and %s".formatted(whose, sorted.get(i - 1), sorted.get(i)));
                }
            }
        });
    }

    private void takesItsTime(Appointment appointment) {
        var expected = new HashSet<Taken>();
        if (!appointment.cancelled()) {
            expected.add(new Taken(appointment.practitioner(), appointment.span(), appointment.id()));
            if (appointment.room() != null) {
                expected.add(new Taken(appointment.room(), appointment.span(), appointment.id()));
            }
            if (after.treatments().get(appointment.treatment()).needsRoom() != (appointment.room() != null)) {
                wrong.add("A room is missing, or too many: " + appointment);
            }
        }
        var actual = takenBy.getOrDefault(appointment.id(), List.of());
        if (!Set.copyOf(actual).equals(expected) || actual.size() != expected.size()) {
            wrong.add("Time of %s should be %s and is %s".formatted(appointment, expected, actual));
        }
    }

    private void isKept(TimeOff timeOff) {
        for (Taken piece : takenBy.getOrDefault(timeOff.id(), List.of())) {
            if (!piece.resource().equals(timeOff.practitioner())
                    || !piece.span().within(timeOff.span())) {
                wrong.add("Time off %s takes what is not its own: %s".formatted(timeOff, piece));
            }
        }
        var holds = after.holds().stream().map(Aftermath.Hold::id).collect(toSet());
        var covering = after.taken().stream()
                .filter(each -> each.resource().equals(timeOff.practitioner()) && !holds.contains(each.owner()))
                .map(Taken::span)
                .sorted(Comparator.comparing(Span::from))
                .toList();
        Instant covered = timeOff.span().from();
        for (Span span : covering) {
            if (!span.from().isAfter(covered) && span.to().isAfter(covered)) {
                covered = span.to();
            }
        }
        if (covered.isBefore(timeOff.span().to())) {
            wrong.add("Time off %s is free, or held, at %s".formatted(timeOff, covered));
        }
    }

    private void somethingTakesIt() {
        Set<UUID> owners = Stream.of(
                        after.appointments().stream().map(Appointment::id),
                        after.holds().stream().map(Aftermath.Hold::id),
                        after.timesOff().stream().map(TimeOff::id))
                .flatMap(ids -> ids)
                .collect(toSet());
        after.taken().stream()
                .filter(each -> !owners.contains(each.owner()))
                .forEach(each -> wrong.add("Taken by nothing: " + each));
    }
}
