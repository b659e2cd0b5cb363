package clinic.portal.core.shared;

import clinic.portal.core.shared.Attempts.Standing;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Doing something once, however often it is asked for under one key (DESIGN §5).
 *
 * <p>The claim is committed before the work begins, so that a second request sees it; the answer is kept in the
 * transaction that did the work, so that after a crash either both are there or neither. A refusal is not kept: nothing
 * was done, and the same request may succeed later.
 */
public final class Idempotency {
    private final IdempotencyClaims claims;
    private final IdempotentWork work;
    private final Ids ids;

    public Idempotency(IdempotencyClaims claims, IdempotentWork work, Ids ids) {
        this.claims = claims;
        this.work = work;
        this.ids = ids;
    }

    /**
     * @param doing answers in JSON
     * @throws IdempotencyInFlight while another request does it
     * @throws IdempotencyKeyReused where the key was used for something else
     */
    public Answer once(ClinicId clinic, Attempt attempt, Supplier<String> doing) {
        UUID claim = ids.next();
        return switch (claims.claim(clinic, attempt, claim)) {
            case Standing.Mine mine -> new Answer(perform(clinic, attempt, claim, doing), false);
            case Standing.Answered answered -> new Answer(answered.body(), true);
            case Standing.InFlight busy -> throw new IdempotencyInFlight();
            case Standing.OtherPayload other -> throw new IdempotencyKeyReused();
        };
    }

    private String perform(ClinicId clinic, Attempt attempt, UUID claim, Supplier<String> doing) {
        boolean done = false;
        try {
            String body = work.perform(clinic, attempt, claim, doing);
            done = true;
            return body;
        } finally {
            // A failure of unknown outcome, too, rolled back: a commit that failed on us kept no answer, or kept both.
            if (!done) {
                claims.giveUp(clinic, attempt, claim);
            }
        }
    }
}
