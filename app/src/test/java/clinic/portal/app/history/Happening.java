package clinic.portal.app.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a caller asked for, and what the caller knows of it afterwards.
 *
 * @param number in the order of asking; also the mark that it leaves in the database (notes, reason)
 */
public record Happening(int number, Wanted wanted, Outcome outcome) {

    public String mark() {
        return markOf(number);
    }

    public static String markOf(int number) {
        return "happening " + number;
    }

    public boolean isDone() {
        return outcome instanceof Done;
    }

    public boolean isUnknown() {
        return outcome instanceof Unknown;
    }

    /** What was asked for. */
    public sealed interface Wanted
            permits Booking, Cancelling, Moving, Holding, Releasing, GoingAway, ComingBack, Redeeming {}

    /**
     * @param practitioner anybody, where absent
     * @param grant where it was booked with one
     */
    public record Booking(
            UUID client,
            UUID treatment,
            @Nullable UUID practitioner,
            Instant startsAt,
            @Nullable UUID hold,
            @Nullable String grant)
            implements Wanted {}

    public record Cancelling(UUID appointment) implements Wanted {}

    /** @param practitioner the present one, where absent */
    public record Moving(UUID appointment, @Nullable UUID practitioner, Instant startsAt) implements Wanted {}

    public record Holding(UUID treatment, @Nullable UUID practitioner, Instant startsAt) implements Wanted {}

    public record Releasing(UUID hold) implements Wanted {}

    public record GoingAway(UUID practitioner, Instant startsAt, Instant endsAt) implements Wanted {}

    public record ComingBack(UUID timeOff) implements Wanted {}

    /** Spending a pre-fill token. */
    public record Redeeming(String token) implements Wanted {}

    /** What came of it, as far as the caller knows. */
    public sealed interface Outcome permits Done, Refused, Unknown {}

    /**
     * Acknowledged.
     *
     * @param id of what was made, if anything was
     * @param practitioner who was chosen, where there was a choice
     */
    public record Done(@Nullable UUID id, @Nullable UUID practitioner) implements Outcome {}

    /** Refused, or never sent: nothing may have come of it. */
    public record Refused(String why) implements Outcome {}

    /** The connection broke, nothing came in time, or the answer was 5xx: done or not, but not half. */
    public record Unknown(String why) implements Outcome {}
}
