package clinic.portal.persistence.login;

import clinic.portal.core.login.ApiKey;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
public class PostgresApiKeys implements ApiKeys {
    private static final String COLUMNS =
            "key_id, name, hint, scopes, created_at, expires_at, last_used_at, revoked_at";

    private final Sql sql;

    public PostgresApiKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ApiKey add(ClinicId clinic, Fresh key) {
        return sql.first(
                        PostgresApiKeys::key,
                        """
                        insert into api_keys (clinic_id, key_id, name, hint, hash, scopes, expires_at, made_by)
                        values (?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?)
                        returning\s""" + COLUMNS,
                        clinic.value(),
                        key.id().value(),
                        key.name(),
                        key.hint(),
                        key.hash(),
                        key.scopes().stream()
                                .flatMap(right -> right.scope().stream())
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        key.expiresAt(),
                        key.madeBy().value())
                .orElseThrow();
    }

    @Override
    public Page<ApiKey> list(ClinicId clinic, PageRequest page) {
        Cursor before = Paging.before(page);
        var found = sql.list(
                PostgresApiKeys::key,
                "select " + COLUMNS + """
                 from api_keys
                where clinic_id = ? and (created_at, key_id) < (?, ?)
                order by created_at desc, key_id desc
                limit ?""",
                clinic.value(),
                before.at(),
                before.id(),
                Paging.rows(page));
        return Page.cut(found, page, ApiKey::cursor);
    }

    @Override
    public boolean revoke(ClinicId clinic, ApiKeyId key) {
        return sql.update("""
                        update api_keys set revoked_at = coalesce(revoked_at, clock_timestamp())
                        where clinic_id = ? and key_id = ?""", clinic.value(), key.value()) == 1;
    }

    @Override
    public Optional<Live> use(ClinicId clinic, byte[] hash) {
        var found = sql.first(
                row -> new Used(
                        new Live(new ApiKeyId(row.uuid("key_id")), scopes(row.texts("scopes"))), row.flag("unnoted")),
                """
                select key_id, scopes,
                       last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute' as unnoted
                from api_keys
                where clinic_id = ? and hash = ? and revoked_at is null and expires_at > clock_timestamp()""",
                clinic.value(),
                hash);
        found.filter(Used::unnoted).ifPresent(used -> note(clinic, used.key().id()));
        return found.map(Used::key);
    }

    @Override
    public List<Live> among(ClinicId clinic, Set<ApiKeyId> keys) {
        return sql.list(
                row -> new Live(new ApiKeyId(row.uuid("key_id")), scopes(row.texts("scopes"))),
                """
                select key_id, scopes from api_keys
                where clinic_id = ? and key_id = any (?) and revoked_at is null and expires_at > clock_timestamp()""",
                clinic.value(),
                keys.stream().map(ApiKeyId::value).toArray(UUID[]::new));
    }

    /** Once a minute is enough, and a program that calls all the time shall not write all the time. */
    private void note(ClinicId clinic, ApiKeyId key) {
        sql.update(
                "update api_keys set last_used_at = clock_timestamp() where clinic_id = ? and key_id = ?",
                clinic.value(),
                key.value());
    }

    private record Used(Live key, boolean unnoted) {}

    private static ApiKey key(Row row) throws SQLException {
        return new ApiKey(
                new ApiKeyId(row.uuid("key_id")),
                row.text("name"),
                row.text("hint"),
                scopes(row.texts("scopes")),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("last_used_at"),
                row.instantOrNull("revoked_at"));
    }

    /** A scope that this version does not know lets nobody do anything. */
    private static Set<Right> scopes(List<String> names) {
        return names.stream().flatMap(name -> Right.ofScope(name).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
