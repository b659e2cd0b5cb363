package clinic.portal.persistence.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkId;
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
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresLiveLinks implements LiveLinks {
    /** Next to those of {@link PostgresLinkRequests}; whoever holds it takes none of them. */
    private static final int LOCK_GUESSES = 7104;

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
                 where s.clinic_id = l.clinic_id and s.staff_id = l.staff_id and s.left_at is null) as role,
                l.link_id, l.identifier, l.channel,
                (select case l.channel when 'email' then c.email_verified_at else c.phone_verified_at end is null
                 from clients c
                 where c.clinic_id = l.clinic_id and c.client_id = l.client_id) as unproven""";

    private static final String PROVE = "select prove_address(?, ?, ?, ?) as let_in";

    private final Sql sql;

    public PostgresLiveLinks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Spending spend(ClinicId clinic, Audience audience, byte[] tokenHash) {
        return sql.first(PostgresLiveLinks::spent, SPEND, clinic.value(), audience, tokenHash)
                .map(found -> found.unproven() ? prove(clinic, found) : found.spending())
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
     *
     * <p>Nor may the time tell: a wrong code costs one wait in line, one look and one write to be flushed, whether the
     * identifier is a client's, was only asked for, or was never heard of (SECURITY S8).
     */
    @Override
    public Spending spendByCode(ClinicId clinic, Audience audience, Identifier identifier, byte[] codeHash, int tries) {
        waitInLine(clinic, audience, identifier);
        var newest = lockNewest(clinic, audience, identifier);
        newest.ifPresentOrElse(link -> countTry(clinic, link, tries), this::writeNothing);
        return newest.filter(link -> link.fits(codeHash, tries))
                .map(link -> spend(clinic, audience, link.token()))
                .orElseGet(Spending.Unknown::new);
    }

    @Override
    public void giveBack(ClinicId clinic, LinkId link, boolean wrong, int tries) {
        sql.update("""
                update login_links
                set used_at = null, factor_tries = factor_tries + ?,
                    voided_at = case when factor_tries + ? >= ? then clock_timestamp() end
                where clinic_id = ? and link_id = ? and used_at is not null""", wrong ? 1 : 0, wrong ? 1 : 0, tries, clinic.value(), link.value());
    }

    /** Where there is no row to wait for, guesses at once would otherwise be faster than where there is one. */
    private void waitInLine(ClinicId clinic, Audience audience, Identifier identifier) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                LOCK_GUESSES,
                clinic.value() + " " + audience + " " + identifier.value());
    }

    /** Of those made; where none was, of those asked for, which no code fits. */
    private Optional<Newest> lockNewest(ClinicId clinic, Audience audience, Identifier identifier) {
        return sql.first(
                row -> new Newest(
                        row.uuid("link_id"),
                        row.bytes("token_hash"),
                        row.bytes("code_hash"),
                        row.integer("code_tries")),
                """
                select link_id, code_tries,
                       coalesce(token_hash, ''::bytea) as token_hash, coalesce(code_hash, ''::bytea) as code_hash
                from login_links
                where clinic_id = ? and identifier = ? and audience = ?
                order by made_at desc nulls last, link_id desc limit 1
                for update""",
                clinic.value(),
                identifier.value(),
                audience);
    }

    /** Written even where all tries are gone. */
    private void countTry(ClinicId clinic, Newest link, int tries) {
        sql.update("""
                update login_links set code_tries = least(code_tries + 1, ?)
                where clinic_id = ? and link_id = ?""", tries, clinic.value(), link.id());
    }

    /** An entry in the write-ahead log that is nobody's: committing waits for the disk as it does for a counted try. */
    private void writeNothing() {
        sql.list(row -> true, "select pg_logical_emit_message(true, 'portal', ''::text)");
    }

    /**
     * A guest's address is proven by the link that was sent to it. Where the other one has been proven since the link was
     * made, whoever holds this one is not let in.
     */
    private Spending prove(ClinicId clinic, Found found) {
        boolean letIn = sql.first(
                        row -> row.flag("let_in"),
                        PROVE,
                        clinic.value(),
                        found.client(),
                        found.channel(),
                        found.identifier())
                .orElse(false);
        return letIn ? found.spending() : new Spending.Unknown();
    }

    /** Somebody erased or gone since the link was made is nobody; the link is spent all the same. */
    private static Found spent(Row row) throws SQLException {
        Spending spending = new Spending.Unknown();
        var link = new LinkId(row.uuid("link_id"));
        var client = row.uuidOrNull("client_id");
        if (client != null) {
            spending = new Spending.Spent(new Subject.OfClient(new ClientId(client)), link);
        } else if (row.has("staff_id")) {
            spending = new Spending.Spent(
                    new Subject.OfStaff(new StaffId(row.uuid("staff_id")), row.oneOf(Role.class, "role")), link);
        }
        return new Found(
                spending, client, row.text("channel"), row.text("identifier"), client != null && row.flag("unproven"));
    }

    /** @param unproven by the client: the address that the link went to */
    private record Found(
            Spending spending, @Nullable UUID client, String channel, String identifier, boolean unproven) {}

    /** @param tries before the present one */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Newest(UUID id, byte[] token, byte[] code, int tries) {
        boolean fits(byte[] codeHash, int limit) {
            return MessageDigest.isEqual(codeHash, code) && tries < limit;
        }
    }
}
