package clinic.portal.core.login;

import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys of programs. Only their hashes are known; times are the store's. */
public interface ApiKeys {
    ApiKey add(ClinicId clinic, Fresh key);

    /** Revoked and expired ones too; the newest first. */
    Page<ApiKey> list(ClinicId clinic, PageRequest page);

    /** @return false where there is none; one that is revoked already stays so */
    boolean revoke(ClinicId clinic, ApiKeyId key);

    /** A key that may be used now: its use is noted, to the minute. */
    Optional<Live> use(ClinicId clinic, byte[] hash);

    /** Those of them that may be used now; this is no use of theirs. */
    List<Live> among(ClinicId clinic, Set<ApiKeyId> keys);

    record Fresh(
            ApiKeyId id, String name, String hint, byte[] hash, Set<Right> scopes, Instant expiresAt, StaffId madeBy) {}

    record Live(ApiKeyId id, Set<Right> scopes) {}
}
