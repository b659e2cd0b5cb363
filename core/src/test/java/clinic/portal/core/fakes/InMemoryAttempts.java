package clinic.portal.core.fakes;

import clinic.portal.core.shared.Attempt;
import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class InMemoryAttempts implements Attempts {
    private record Key(ClinicId clinic, String principal, String route, String key) {
        static Key of(ClinicId clinic, Attempt attempt) {
            return new Key(clinic, attempt.principal(), attempt.route(), attempt.key());
        }
    }

    private record Row(
            String payload,
            UUID claim,
            Instant claimedAt,
            @Nullable String body) {}

    private final Map<Key, Row> rows = new HashMap<>();
    private final Clock clock;

    public InMemoryAttempts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Standing claim(ClinicId clinic, Attempt attempt, UUID claim, Duration lease, Duration kept) {
        var row = rows.get(Key.of(clinic, attempt));
        if (row == null || isOlder(row, kept) || (row.body == null && isOlder(row, lease))) {
            rows.put(Key.of(clinic, attempt), new Row(attempt.payload(), claim, clock.instant(), null));
            return new Standing.Mine();
        }
        if (!row.payload.equals(attempt.payload())) {
            return new Standing.OtherPayload();
        }
        return row.body == null ? new Standing.InFlight() : new Standing.Answered(row.body);
    }

    @Override
    public synchronized boolean keep(ClinicId clinic, Attempt attempt, UUID claim, String body) {
        var row = rows.get(Key.of(clinic, attempt));
        boolean mine = isMine(row, claim);
        if (mine) {
            rows.put(Key.of(clinic, attempt), new Row(attempt.payload(), claim, row.claimedAt, body));
        }
        return mine;
    }

    @Override
    public synchronized void giveUp(ClinicId clinic, Attempt attempt, UUID claim) {
        if (isMine(rows.get(Key.of(clinic, attempt)), claim)) {
            rows.remove(Key.of(clinic, attempt));
        }
    }

    @Override
    public synchronized int forget(ClinicId clinic, Duration kept) {
        int before = rows.size();
        rows.entrySet().removeIf(entry -> entry.getKey().clinic.equals(clinic) && isOlder(entry.getValue(), kept));
        return before - rows.size();
    }

    private static boolean isMine(@Nullable Row row, UUID claim) {
        return row != null && row.body == null && row.claim.equals(claim);
    }

    private boolean isOlder(Row row, Duration age) {
        return !clock.instant().isBefore(row.claimedAt.plus(age));
    }
}
