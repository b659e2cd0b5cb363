package clinic.portal.rest.calendar;

import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.rest.api.model.ClosureInput;
import clinic.portal.rest.api.model.TimeOffInput;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time as they were sent: what begins and ends must do so in this order. */
@Singleton
class Stretches {
    private final Clock clock;

    Stretches(Clock clock) {
        this.clock = clock;
    }

    /** @throws Invalid where it ends before it begins, or is over */
    void check(TimeOffInput off) {
        var wrong = new ArrayList<Violation>();
        if (!second(off.endsAt()).isAfter(second(off.startsAt()))) {
            wrong.add(new Violation("/endsAt", "not_after_start", "Must be later than startsAt."));
        }
        if (!off.endsAt().toInstant().isAfter(clock.instant())) {
            wrong.add(new Violation("/endsAt", "in_the_past", "Must be still to come."));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }

    /** To the second: no clinic's day has anything finer, and databases round. */
    static Instant second(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** @throws Invalid where the last day is before the first */
    void check(ClosureInput closure) {
        if (closure.to().isBefore(closure.from())) {
            throw new Invalid(List.of(new Violation("/to", "before_from", "The last day is before the first.")));
        }
    }
}
