package clinic.portal.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is in the database of one clinic when all has come to rest, read in one transaction. */
public record Aftermath(
        Map<UUID, Treatment> treatments,
        List<Appointment> appointments,
        List<Hold> holds,
        List<TimeOff> timesOff,
        List<Taken> taken,
        List<Notice> notices) {

    /** From one moment until another, which is not part of it. */
    public record Span(Instant from, Instant to) {
        public boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }

        public boolean within(Span other) {
            return !from.isBefore(other.from) && !to.isAfter(other.to);
        }

        @Override
        public String toString() {
            return from + "/" + to;
        }
    }

    public record Treatment(Duration length, Duration bufferBefore, Duration bufferAfter, boolean needsRoom) {
        Span around(Instant startsAt) {
            return new Span(startsAt.minus(bufferBefore), startsAt.plus(length).plus(bufferAfter));
        }
    }

    public record Appointment(
            UUID id,
            UUID client,
            UUID treatment,
            UUID practitioner,
            @Nullable UUID room,
            Instant startsAt,
            Instant endsAt,
            Duration bufferBefore,
            Duration bufferAfter,
            boolean cancelled,
            int version,
            @Nullable String mark) {
        Span span() {
            return new Span(startsAt.minus(bufferBefore), endsAt.plus(bufferAfter));
        }

        @Override
        public String toString() {
            return "appointment %s (%s, %s)".formatted(id, mark, startsAt);
        }
    }

    public record Hold(UUID id, UUID practitioner, @Nullable UUID room) {}

    public record TimeOff(
            UUID id, UUID practitioner, Span span, @Nullable String mark) {}

    /**
     * @param resource a practitioner or a room
     * @param owner the appointment, the hold or the time off
     */
    public record Taken(UUID resource, Span span, UUID owner) {}

    /** Word to the client about one change of an appointment. */
    public record Notice(UUID appointment, int version) {}
}
