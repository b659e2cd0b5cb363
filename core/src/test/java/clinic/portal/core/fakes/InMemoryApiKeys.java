package clinic.portal.core.fakes;

import clinic.portal.core.login.ApiKey;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

public final class InMemoryApiKeys implements ApiKeys {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final class Kept {
        final ClinicId clinic;
        final Fresh key;
        final Instant madeAt;
        volatile @Nullable Instant usedAt;
        volatile @Nullable Instant revokedAt;

        Kept(ClinicId clinic, Fresh key, Instant madeAt) {
            this.clinic = clinic;
            this.key = key;
            this.madeAt = madeAt;
        }

        ApiKey toDomain() {
            return new ApiKey(
                    key.id(), key.name(), key.hint(), key.scopes(), madeAt, key.expiresAt(), usedAt, revokedAt);
        }
    }

    private final List<Kept> keys = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public InMemoryApiKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ApiKey add(ClinicId clinic, Fresh key) {
        var kept = new Kept(clinic, key, clock.instant());
        keys.add(kept);
        return kept.toDomain();
    }

    @Override
    public Page<ApiKey> list(ClinicId clinic, PageRequest page) {
        return Keyset.descending(
                keys.stream().filter(kept -> kept.clinic.equals(clinic)).map(Kept::toDomain), page, ApiKey::cursor);
    }

    @Override
    public boolean revoke(ClinicId clinic, ApiKeyId key) {
        var found = keys.stream()
                .filter(kept -> kept.clinic.equals(clinic) && kept.key.id().equals(key))
                .findFirst();
        found.filter(kept -> kept.revokedAt == null).ifPresent(kept -> kept.revokedAt = clock.instant());
        return found.isPresent();
    }

    @Override
    public List<Live> among(ClinicId clinic, Set<ApiKeyId> wanted) {
        return keys.stream()
                .filter(kept -> kept.clinic.equals(clinic) && wanted.contains(kept.key.id()))
                .filter(kept -> kept.revokedAt == null && kept.key.expiresAt().isAfter(clock.instant()))
                .map(kept -> new Live(kept.key.id(), kept.key.scopes()))
                .toList();
    }

    @Override
    public Optional<Live> use(ClinicId clinic, byte[] hash) {
        Instant now = clock.instant();
        var found = keys.stream()
                .filter(kept -> kept.clinic.equals(clinic) && Arrays.equals(kept.key.hash(), hash))
                .filter(kept -> kept.revokedAt == null && kept.key.expiresAt().isAfter(now))
                .findFirst();
        found.ifPresent(kept -> {
            Instant last = kept.usedAt;
            if (last == null || last.plus(MINUTE).isBefore(now)) {
                kept.usedAt = now;
            }
        });
        return found.map(kept -> new Live(kept.key.id(), kept.key.scopes()));
    }
}
