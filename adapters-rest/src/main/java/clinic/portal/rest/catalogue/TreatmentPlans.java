package clinic.portal.rest.catalogue;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.Money;
import clinic.portal.rest.api.model.Price;
import clinic.portal.rest.api.model.Treatment;
import clinic.portal.rest.api.model.TreatmentInput;
import clinic.portal.rest.shared.Monies;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Treatments as staff write and read them: minutes, where the core has durations. */
final class TreatmentPlans {
    private TreatmentPlans() {}

    static Plan read(TreatmentInput input) {
        return new Plan(
                input.name(),
                input.description(),
                input.category(),
                Duration.ofMinutes(input.durationMinutes()),
                minutesOrNone(input.bufferBeforeMinutes()),
                minutesOrNone(input.bufferAfterMinutes()),
                money(input.price()),
                input.onlineBookable(),
                input.practitionerIds().stream().map(PractitionerId::new).collect(Collectors.toUnmodifiableSet()),
                input.roomKind(),
                input.gridMinutes() == null ? null : Duration.ofMinutes(input.gridMinutes()),
                input.minIntervalDays(),
                input.onlyAfterTreatmentId() == null ? null : new TreatmentId(input.onlyAfterTreatmentId()),
                Boolean.TRUE.equals(input.archived()));
    }

    static Treatment toDto(clinic.portal.core.catalogue.Treatment treatment) {
        var plan = treatment.plan();
        var grid = plan.grid();
        var onlyAfter = plan.onlyAfter();
        return new Treatment(
                treatment.id().value(),
                plan.name(),
                plan.description(),
                plan.category(),
                minutes(plan.duration()),
                minutes(plan.bufferBefore()),
                minutes(plan.bufferAfter()),
                Monies.toDto(plan.price()),
                plan.online(),
                plan.practitioners().stream()
                        .map(PractitionerId::value)
                        .sorted()
                        .toList(),
                plan.roomKind(),
                grid == null ? null : minutes(grid),
                plan.minimumInterval(),
                onlyAfter == null ? null : onlyAfter.value(),
                plan.archived(),
                treatment.version());
    }

    private static Money money(Price price) {
        try {
            return new Money(price.amount(), Currency.getInstance(price.currency()));
        } catch (IllegalArgumentException unknown) {
            throw new Invalid(List.of(new Violation(
                    "/price/currency", "wrong_currency", "The clinic's prices are in another currency.")));
        }
    }

    private static Duration minutesOrNone(@Nullable Integer minutes) {
        return minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes);
    }

    private static int minutes(Duration duration) {
        return (int) duration.toMinutes();
    }
}
