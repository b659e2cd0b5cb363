package clinic.portal.app.shared;

import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.Idempotency;
import clinic.portal.core.shared.IdempotencyClaims;
import clinic.portal.core.shared.IdempotentWork;
import clinic.portal.core.shared.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Doing things once: the claim and the work are transactions of their own, what joins them is none. */
final class IdempotencyWiring {

    @Singleton
    @Transacted
    static class TransactedIdempotencyClaims extends IdempotencyClaims {
        TransactedIdempotencyClaims(Attempts attempts) {
            super(attempts);
        }
    }

    @Singleton
    @Transacted
    static class TransactedIdempotentWork extends IdempotentWork {
        TransactedIdempotentWork(Attempts attempts) {
            super(attempts);
        }
    }

    @Produces
    @Singleton
    Idempotency idempotency(IdempotencyClaims claims, IdempotentWork work, Ids ids) {
        return new Idempotency(claims, work, ids);
    }
}
