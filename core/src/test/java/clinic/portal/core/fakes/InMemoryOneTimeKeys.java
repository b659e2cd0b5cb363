package clinic.portal.core.fakes;

import clinic.portal.core.booking.OneTimeKeys;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

public final class InMemoryOneTimeKeys implements OneTimeKeys {
    private static final Duration KEPT = Duration.ofDays(1);

    private record Key(ClinicId clinic, Purpose purpose, String hash) {}

    private record Row(ClientId client, Instant expiresAt, boolean used) {}

    private final Map<Key, Row> keys = new HashMap<>();
    private final Clock clock;

    public InMemoryOneTimeKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Instant add(ClinicId clinic, Purpose purpose, byte[] hash, ClientId client, Duration life) {
        Instant expiresAt = clock.instant().plus(life);
        keys.put(key(clinic, purpose, hash), new Row(client, expiresAt, false));
        return expiresAt;
    }

    @Override
    public synchronized Spending spend(ClinicId clinic, Purpose purpose, byte[] hash) {
        var key = key(clinic, purpose, hash);
        var row = keys.get(key);
        if (row == null) {
            return new Spending.Unknown();
        }
        if (row.used) {
            return new Spending.AlreadyUsed();
        }
        if (!clock.instant().isBefore(row.expiresAt)) {
            return new Spending.Expired();
        }
        keys.put(key, new Row(row.client, row.expiresAt, true));
        return new Spending.Spent(row.client);
    }

    @Override
    public synchronized int tidy(ClinicId clinic) {
        int before = keys.size();
        keys.entrySet()
                .removeIf(entry -> entry.getKey().clinic.equals(clinic)
                        && entry.getValue().expiresAt.plus(KEPT).isBefore(clock.instant()));
        return before - keys.size();
    }

    private static Key key(ClinicId clinic, Purpose purpose, byte[] hash) {
        return new Key(clinic, purpose, HexFormat.of().formatHex(hash));
    }
}
