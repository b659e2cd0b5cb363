package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days one client may have one treatment, by the treatment's own conditions.
 *
 * @param prepared whether they have had what must come before it
 * @param visits days on which they have it, in the clinic's zone
 * @param interval days there must be between two; 0 for none
 */
public record Eligibility(boolean prepared, List<LocalDate> visits, int interval) {
    private static final Eligibility ANY_DAY = new Eligibility(true, List.of(), 0);

    public Eligibility {
        visits = List.copyOf(visits);
    }

    /** @param moving an appointment that does not count, because it is being moved */
    public static Eligibility of(
            ClinicId clinic,
            @Nullable ClientId client,
            Treatment treatment,
            ZoneId zone,
            Visits visits,
            @Nullable AppointmentId moving) {
        if (client == null || !treatment.loginRequired()) {
            return ANY_DAY;
        }
        var before = treatment.plan().onlyAfter();
        Integer interval = treatment.plan().minimumInterval();
        return new Eligibility(
                before == null || visits.hasHad(clinic, client, before),
                interval == null
                        ? List.of()
                        : visits.of(clinic, client, treatment.id(), moving).stream()
                                .map(start -> LocalDate.ofInstant(start, zone))
                                .toList(),
                interval == null ? 0 : interval);
    }

    public boolean allows(LocalDate day) {
        return prepared && farEnough(day);
    }

    /** Whether there are enough days between this one and every visit. */
    public boolean farEnough(LocalDate day) {
        return visits.stream().allMatch(visit -> Math.abs(ChronoUnit.DAYS.between(visit, day)) >= interval);
    }

    /** The first day from {@code wanted} on that is far enough from every visit. */
    public LocalDate firstAfter(LocalDate wanted) {
        LocalDate day = wanted;
        for (LocalDate visit : visits.stream().sorted().toList()) {
            if (Math.abs(ChronoUnit.DAYS.between(visit, day)) < interval) {
                day = visit.plusDays(interval);
            }
        }
        return day;
    }
}
