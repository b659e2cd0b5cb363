package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fakes.PlainSecrets;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.login.ApiKey;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.login.ApiKeys.Fresh;
import clinic.portal.core.login.ApiKeys.Live;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

public abstract class ApiKeysContract {
    private static final Set<Right> SCOPES = Set.of(Right.CLIENTS_READ, Right.APPOINTMENTS_WRITE);
    private static final Duration LIFE = Duration.ofDays(30);

    private final byte[] hash = new PlainSecrets().hash("a key");
    private final ApiKeyId id = new ApiKeyId(Fixtures.uuid(7001));

    protected abstract ApiKeys keys();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A member of {@link #clinic}. */
    protected abstract StaffId maker();

    /** By the store's clock. */
    protected abstract Instant now();

    /** Moves the store's clock, or all that is stored the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void aKeyLetsInWithItsScopes() {
        add(id, "Phone", hash);

        assertThat(keys().use(clinic(), hash)).contains(new Live(id, SCOPES));
    }

    @Test
    void aKeyIsOneClinicsOnly() {
        add(id, "Phone", hash);

        assertThat(keys().use(otherClinic(), hash)).isEmpty();
        assertThat(keys().list(otherClinic(), PageRequest.first(10)).items()).isEmpty();
        assertThat(keys().revoke(otherClinic(), id)).isFalse();
        assertThat(keys().use(clinic(), hash)).isPresent();
    }

    @Test
    void anUnknownKeyLetsNobodyIn() {
        add(id, "Phone", hash);

        assertThat(keys().use(clinic(), new PlainSecrets().hash("another key"))).isEmpty();
    }

    @Test
    void aKeyLetsInUntilItExpires() {
        add(id, "Phone", hash);

        elapse(LIFE.minusMinutes(1));
        assertThat(keys().use(clinic(), hash)).isPresent();
        elapse(Duration.ofMinutes(2));
        assertThat(keys().use(clinic(), hash)).isEmpty();
    }

    @Test
    void aRevokedKeyLetsNobodyInAndIsStillShown() {
        add(id, "Phone", hash);

        assertThat(keys().revoke(clinic(), id)).isTrue();

        assertThat(keys().use(clinic(), hash)).isEmpty();
        var shown = list().getFirst();
        assertThat(shown.revokedAt()).isNotNull();
        assertThat(keys().revoke(clinic(), id)).isTrue();
        assertThat(list().getFirst().revokedAt()).isEqualTo(shown.revokedAt());
    }

    @Test
    void thereIsNothingToRevokeWhereThereIsNoKey() {
        assertThat(keys().revoke(clinic(), id)).isFalse();
    }

    @Test
    void useIsNotedOnceAMinute() {
        add(id, "Phone", hash);
        assertThat(list().getFirst().lastUsedAt()).isNull();

        keys().use(clinic(), hash);
        Instant first = list().getFirst().lastUsedAt();
        assertThat(first).isNotNull();
        keys().use(clinic(), hash);
        assertThat(list().getFirst().lastUsedAt()).isEqualTo(first);

        elapse(Duration.ofMinutes(2));
        Instant before = list().getFirst().lastUsedAt();
        keys().use(clinic(), hash);
        assertThat(list().getFirst().lastUsedAt()).isAfter(before);
    }

    @Test
    void ofSeveralThoseAreFoundThatMayBeUsedNow() {
        add(id, "Phone", hash);
        var revoked = new ApiKeyId(Fixtures.uuid(7003));
        add(revoked, "Website", new PlainSecrets().hash("a revoked key"));
        keys().revoke(clinic(), revoked);
        var all = Set.of(id, revoked, new ApiKeyId(Fixtures.uuid(7004)));

        assertThat(keys().among(clinic(), all)).containsExactly(new Live(id, SCOPES));
        assertThat(keys().among(otherClinic(), all)).isEmpty();
        assertThat(list()).extracting(ApiKey::lastUsedAt).containsOnlyNulls();
        elapse(LIFE.plusMinutes(1));
        assertThat(keys().among(clinic(), all)).isEmpty();
    }

    @Test
    void keysAreListedTheNewestFirstPageByPage() {
        add(id, "Phone", hash);
        elapse(Duration.ofMinutes(1));
        var newer = new ApiKeyId(Fixtures.uuid(7002));
        add(newer, "Website", new PlainSecrets().hash("a newer key"));

        var first = keys().list(clinic(), PageRequest.first(1));
        assertThat(first.items()).extracting(ApiKey::id).containsExactly(newer);
        var second = keys().list(clinic(), new PageRequest(1, first.next()));
        assertThat(second.items()).extracting(ApiKey::id).containsExactly(id);
        assertThat(second.next()).isNull();
    }

    private List<ApiKey> list() {
        return keys().list(clinic(), PageRequest.first(10)).items();
    }

    private void add(ApiKeyId which, String name, byte[] keyHash) {
        var added = keys().add(clinic(), new Fresh(which, name, "wxyz", keyHash, SCOPES, now().plus(LIFE), maker()));
        assertThat(added.name()).isEqualTo(name);
        assertThat(added.hint()).isEqualTo("wxyz");
        assertThat(added.scopes()).isEqualTo(SCOPES);
    }
}
