package clinic.portal.core.login;

import java.time.Instant;

/** Has {@link StaffDoor#goRound} called soon, by any instance. */
public interface RoundQueue {
    /** @param sealed nobody but us can read whom it is about (SECURITY S2) */
    void enqueue(byte[] sealed, Instant askedAt);
}
