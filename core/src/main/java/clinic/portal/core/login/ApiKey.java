package clinic.portal.core.login;

import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Right;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the clinic knows of a key that it gave to a program.
 *
 * @param hint its last four characters, for people to tell keys apart
 * @param scopes what the program may do
 * @param lastUsedAt to the minute; absent where it never was
 * @param revokedAt absent where it was not
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        String hint,
        Set<Right> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public Cursor cursor() {
        return new Cursor(createdAt, id.value());
    }
}
