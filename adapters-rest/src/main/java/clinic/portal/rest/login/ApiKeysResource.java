package clinic.portal.rest.login;

import clinic.portal.core.login.ApiKey;
import clinic.portal.core.login.ApiKeyRing;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.Right;
import clinic.portal.rest.api.ApiKeysApi;
import clinic.portal.rest.api.model.ApiKeyInput;
import clinic.portal.rest.api.model.ApiKeyPage;
import clinic.portal.rest.api.model.ApiKeyStatus;
import clinic.portal.rest.api.model.ApiScope;
import clinic.portal.rest.api.model.CreatedApiKey;
import clinic.portal.rest.shared.Cursors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys of programs, for the clinic's owners. */
@RunOnVirtualThread
public class ApiKeysResource implements ApiKeysApi {
    private final ApiKeyRing ring;
    private final RecentSessions recent;
    private final Caller caller;
    private final Clock clock;

    ApiKeysResource(ApiKeyRing ring, RecentSessions recent, Caller caller, Clock clock) {
        this.ring = ring;
        this.recent = recent;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public ApiKeyPage listApiKeys(@Nullable Integer limit, @Nullable String cursor) {
        var page = ring.list(caller.staff(), Cursors.page(limit, cursor));
        return new ApiKeyPage(page.items().stream().map(this::toDto).toList(), Cursors.write(page.next()));
    }

    @Override
    public CreatedApiKey createApiKey(ApiKeyInput body) {
        var viewer = caller.member();
        var scopes = body.scopes().stream()
                .map(scope -> Right.ofScope(scope.toString()).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        OffsetDateTime end = body.expiresAt();
        var made = ring.make(viewer, body.name(), scopes, end == null ? null : end.toInstant());
        return new CreatedApiKey(KeyText.write(viewer.clinic(), made.secret()), toDto(made.key()));
    }

    @Override
    public void revokeApiKey(UUID id) {
        var key = new ApiKeyId(id);
        ring.revoke(caller.staff(), key);
        recent.forget(key);
    }

    private clinic.portal.rest.api.model.ApiKey toDto(ApiKey key) {
        return new clinic.portal.rest.api.model.ApiKey(
                key.id().value(),
                key.name(),
                key.hint(),
                key.scopes().stream()
                        .flatMap(right -> right.scope().stream())
                        .sorted()
                        .map(ApiScope::fromString)
                        .toList(),
                status(key),
                time(key.createdAt()),
                time(key.expiresAt()),
                key.lastUsedAt() == null ? null : time(key.lastUsedAt()),
                key.revokedAt() == null ? null : time(key.revokedAt()));
    }

    private ApiKeyStatus status(ApiKey key) {
        if (key.revokedAt() != null) {
            return ApiKeyStatus.REVOKED;
        }
        return key.expiresAt().isAfter(clock.instant()) ? ApiKeyStatus.ACTIVE : ApiKeyStatus.EXPIRED;
    }

    /** Of no clinic's day: a key is the installation's matter. */
    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
