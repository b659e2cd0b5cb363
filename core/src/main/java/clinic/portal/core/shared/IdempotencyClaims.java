package clinic.portal.core.shared;

import clinic.portal.core.shared.Attempts.Standing;
import java.time.Duration;
import java.util.UUID;

/** The two steps of {@link Idempotency} that are transactions of their own (SECURITY B34). */
public class IdempotencyClaims {
    /** Longer than any request can take: its statements end after half of that. */
    static final Duration LEASE = Duration.ofSeconds(60);

    static final Duration KEPT = Duration.ofHours(24);

    private final Attempts attempts;

    public IdempotencyClaims(Attempts attempts) {
        this.attempts = attempts;
    }

    public Standing claim(ClinicId clinic, Attempt attempt, UUID claim) {
        return attempts.claim(clinic, attempt, claim, LEASE, KEPT);
    }

    public void giveUp(ClinicId clinic, Attempt attempt, UUID claim) {
        attempts.giveUp(clinic, attempt, claim);
    }

    /**
     * Takes away what has been kept for long enough.
     *
     * @return how many
     */
    public int tidy(ClinicId clinic) {
        return attempts.forget(clinic, KEPT);
    }
}
