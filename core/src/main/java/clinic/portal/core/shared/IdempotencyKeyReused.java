package clinic.portal.core.shared;

/** The key was used for another request. */
public final class IdempotencyKeyReused extends Invalid {
    public IdempotencyKeyReused() {
        super("idempotency_key_reused", "This Idempotency-Key was used for another request; use a new one.");
    }
}
