package clinic.portal.persistence.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

@Singleton
public class PostgresLiveLinks implements LiveLinks {
    private static final String SPEND = """
            update login_links l set used_at = clock_timestamp(), sealed = null
            where l.clinic_id = ? and l.audience = ? and l.token_hash = ?
              and l.used_at is null and l.voided_at is null and l.expires_at > clock_timestamp()
            returning
                (select c.client_id from clients c
                 where c.clinic_id = l.clinic_id and c.client_id = l.client_id and c.erased_at is null) as client_id,
                (select s.staff_id from staff s
                 where s.clinic_id = l.clinic_id and s.staff_id = l.staff_id and s.left_at is null) as staff_id,
                (select s.role from staff s
                 where s.clinic_id = l.clinic_id and s.staff_id = l.staff_id and s.left_at is null) as role""";

    private final Sql sql;

    public PostgresLiveLinks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Spending spend(ClinicId clinic, Audience audience, byte[] tokenHash) {
        return sql.first(PostgresLiveLinks::spent, SPEND, clinic.value(), audience, tokenHash)
                .orElseGet(() -> whyNot(clinic, audience, tokenHash));
    }

    private Spending whyNot(ClinicId clinic, Audience audience, byte[] tokenHash) {
        return sql.first(
                        row -> row.flag("used") ? new Spending.AlreadyUsed() : new Spending.Expired(),
                        """
                        select used_at is not null as used from login_links
                        where clinic_id = ? and audience = ? and token_hash = ?""",
                        clinic.value(),
                        audience,
                        tokenHash)
                .orElseGet(Spending.Unknown::new);
    }

    /**
     * The row is locked first, then counted up, then looked at: so no two tries are counted as one. What has become of
     * the link is told only to whoever has its code, lest anybody learn by guessing who has been logging in.
     */
    @Override
    public Spending spendByCode(ClinicId clinic, Audience audience, Identifier identifier, byte[] codeHash, int tries) {
        return lockNewest(clinic, audience, identifier)
                .filter(link -> countTry(clinic, link, tries))
                .flatMap(link -> hashes(clinic, link))
                .filter(hashes -> MessageDigest.isEqual(hashes.code(), codeHash))
                .map(hashes -> spend(clinic, audience, hashes.token()))
                .orElseGet(Spending.Unknown::new);
    }

    private Optional<UUID> lockNewest(ClinicId clinic, Audience audience, Identifier identifier) {
        return sql.first(row -> row.uuid("link_id"), """
                select link_id from login_links
                where clinic_id = ? and identifier = ? and audience = ? and made_at is not null
                order by made_at desc, link_id desc limit 1
                for update""", clinic.value(), identifier.value(), audience);
    }

    private boolean countTry(ClinicId clinic, UUID link, int tries) {
        return sql.update("""
                        update login_links set code_tries = code_tries + 1
                        where clinic_id = ? and link_id = ? and code_tries < ?""", clinic.value(), link, tries) > 0;
    }

    private Optional<Hashes> hashes(ClinicId clinic, UUID link) {
        return sql.first(
                row -> new Hashes(row.bytes("token_hash"), row.bytes("code_hash")),
                "select token_hash, code_hash from login_links where clinic_id = ? and link_id = ?",
                clinic.value(),
                link);
    }

    /** Somebody erased or gone since the link was made is nobody; the link is spent all the same. */
    private static Spending spent(Row row) throws SQLException {
        if (row.has("client_id")) {
            return new Spending.Spent(new Subject.OfClient(new ClientId(row.uuid("client_id"))));
        }
        if (row.has("staff_id")) {
            return new Spending.Spent(
                    new Subject.OfStaff(new StaffId(row.uuid("staff_id")), row.oneOf(Role.class, "role")));
        }
        return new Spending.Unknown();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Hashes(byte[] token, byte[] code) {}
}
