package clinic.portal.core.shared;

import java.time.Duration;
import java.util.UUID;

/** What has been tried under which key. Times are the database's. */
public interface Attempts {
    /** One statement. A claim that was neither kept nor given up within {@code lease} is taken over. */
    Standing claim(ClinicId clinic, Attempt attempt, UUID claim, Duration lease, Duration kept);

    /** False where the claim has been taken over: then nothing of what was done may stay. */
    boolean keep(ClinicId clinic, Attempt attempt, UUID claim, String body);

    /** Makes the key free again. Nothing happens where the claim has been taken over. */
    void giveUp(ClinicId clinic, Attempt attempt, UUID claim);

    /** Takes away what is older than {@code kept}. @return how many */
    int forget(ClinicId clinic, Duration kept);

    sealed interface Standing {
        record Mine() implements Standing {}

        record Answered(String body) implements Standing {}

        record InFlight() implements Standing {}

        record OtherPayload() implements Standing {}
    }
}
