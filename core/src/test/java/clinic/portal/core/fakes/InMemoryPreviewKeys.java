package clinic.portal.core.fakes;

import clinic.portal.core.login.PreviewKeys;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

public final class InMemoryPreviewKeys implements PreviewKeys {
    private record Key(ClinicId clinic, String hash) {}

    private record Row(ClientId client, StaffId by, Instant expiresAt, boolean used) {}

    private final Map<Key, Row> keys = new HashMap<>();
    private final Clock clock;
    private final InMemoryProfiles profiles;
    private final InMemoryMembers members;

    public InMemoryPreviewKeys(Clock clock, InMemoryProfiles profiles, InMemoryMembers members) {
        this.clock = clock;
        this.profiles = profiles;
        this.members = members;
    }

    @Override
    public synchronized Instant add(ClinicId clinic, byte[] hash, ClientId client, StaffId by, Duration life) {
        Instant expiresAt = clock.instant().plus(life);
        keys.put(key(clinic, hash), new Row(client, by, expiresAt, false));
        return expiresAt;
    }

    @Override
    public synchronized Spending spend(ClinicId clinic, byte[] hash) {
        var key = key(clinic, hash);
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
        keys.put(key, new Row(row.client, row.by, row.expiresAt, true));
        boolean there = profiles.find(clinic, row.client).isPresent()
                && members.find(clinic, row.by).filter(by -> !by.hasLeft()).isPresent();
        return there ? new Spending.Spent(row.client, row.by) : new Spending.Unknown();
    }

    @Override
    public synchronized int forget(ClinicId clinic, Duration age) {
        int before = keys.size();
        keys.entrySet()
                .removeIf(entry -> entry.getKey().clinic.equals(clinic)
                        && entry.getValue().expiresAt.plus(age).isBefore(clock.instant()));
        return before - keys.size();
    }

    private static Key key(ClinicId clinic, byte[] hash) {
        return new Key(clinic, HexFormat.of().formatHex(hash));
    }
}
