package clinic.portal.core.shared;

import java.util.UUID;
import java.util.function.Supplier;

/** The step of {@link Idempotency} that does the work and keeps the answer: both or neither. */
public class IdempotentWork {
    private final Attempts attempts;

    public IdempotentWork(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * @param work calls use cases, which become part of this transaction; answers in JSON
     * @throws Busy where the claim was lost meanwhile: whoever has it now does the work
     */
    public String perform(ClinicId clinic, Attempt attempt, UUID claim, Supplier<String> work) {
        String body = work.get();
        if (!attempts.keep(clinic, attempt, claim, body)) {
            throw new Busy();
        }
        return body;
    }
}
