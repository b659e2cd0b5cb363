package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCatalogue.Treatment;
import clinic.portal.app.demo.DemoDiary.Outcome;
import clinic.portal.app.demo.DemoDiary.Visit;
import clinic.portal.app.demo.DemoPeople.Client;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds the clients of one clinic to what its treatments ask for: days between two of them, another one before. */
final class DemoConditions {
    private final ZoneId zone;
    /** Of each client, those they came to or are going to. */
    private final Map<UUID, List<Visit>> visits = new HashMap<>();

    DemoConditions(ZoneId zone) {
        this.zone = zone;
    }

    void note(Visit visit) {
        if (!visit.outcome().isCancelled() && !visit.outcome().equals(Outcome.NO_SHOW)) {
            visits.computeIfAbsent(visit.client().id(), first -> new ArrayList<>())
                    .add(visit);
        }
    }

    /** The treatment, or what must come before it; nothing while that is still to come, or too soon after the last. */
    Optional<Treatment> next(Client client, Treatment wanted, LocalDate day) {
        Treatment first = wanted.terms().onlyAfter();
        if (first != null && visits(client, first).noneMatch(visit -> isOverBefore(day, visit))) {
            return visits(client, first).findAny().isPresent() ? Optional.empty() : Optional.of(first);
        }
        return isTooSoon(client, wanted, day) ? Optional.empty() : Optional.of(wanted);
    }

    private boolean isOverBefore(LocalDate day, Visit visit) {
        return visit.outcome().equals(Outcome.COMPLETED) && dayOf(visit).isBefore(day);
    }

    private boolean isTooSoon(Client client, Treatment treatment, LocalDate day) {
        return visits(client, treatment)
                .anyMatch(visit -> Math.abs(ChronoUnit.DAYS.between(dayOf(visit), day))
                        < treatment.terms().everyDays());
    }

    private Stream<Visit> visits(Client client, Treatment treatment) {
        return visits.getOrDefault(client.id(), List.of()).stream()
                .filter(visit -> visit.treatment().equals(treatment));
    }

    private LocalDate dayOf(Visit visit) {
        return LocalDate.ofInstant(visit.slot().startsAt(), zone);
    }
}
