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
                 where c.clinic_id = l.clinic_id and c.client_id = l.client_id and c.erased_at is null
                   and l.identifier = case l.channel when 'email' then c.email else c.phone end) as client_id,
                l.staff_id, l.link_id, l.identifier, l.channel,
                (select case l.channel when 'email' then c.email_verified_at else c.phone_verified_at end is null
                 from clients c
                 where c.clinic_id = l.clinic_id and c.client_id = l.client_id) as unproven""";

    /**
     * Who still works there, by the address that the link went to. The row is shared until the session is there: whoever
     * sends them away, gives them another address or puts their second factor in force comes before this or after it.
     */
    private static final String MEMBER = """
            select role from staff
            where clinic_id = ? and staff_id = ? and left_at is null
              and ? = case ? when 'email' then email else phone end
            for share""";

    private static final String PROVE = "select prove_address(?, ?, ?, ?) as let_in";

    private final Sql sql;

    public PostgresLiveLinks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Spending spend(ClinicId clinic, Audience audience, byte[] tokenHash) {
        return sql.first(PostgresLiveLinks::spent, SPEND, clinic.value(), audience, tokenHash)
                .map(found -> whose(clinic, found))
                .orElseGet(() -> whyNot(clinic, audience, tokenHash));
    }

    /** Somebody erased, gone or moved to another address since the link was made is nobody; it is spent all the same. */
    private Spending whose(ClinicId clinic, Found found) {
        UUID client = found.client();
        UUID member = found.member();
        if (client != null) {
            return !found.unproven() || prove(clinic, client, found)
                    ? new Spending.Spent(new Subject.OfClient(new ClientId(client)), found.link())
                    : new Spending.Unknown();
        }
        return member == null ? new Spending.Unknown() : member(clinic, member, found);
    }

    private Spending member(ClinicId clinic, UUID member, Found found) {
        return sql.first(
                        row -> row.oneOf(Role.class, "role"),
                        MEMBER,
                        clinic.value(),
                        member,
                        found.identifier(),
                        found.channel())
                .<Spending>map(role -> new Spending.Spent(new Subject.OfStaff(new StaffId(member), role), found.link()))
                .orElseGet(Spending.Unknown::new);
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
    private boolean prove(ClinicId clinic, UUID client, Found found) {
        return sql.first(row -> row.flag("let_in"), PROVE, clinic.value(), client, found.channel(), found.identifier())
                .orElse(false);
    }

    private static Found spent(Row row) throws SQLException {
        UUID client = row.uuidOrNull("client_id");
        return new Found(
                new LinkId(row.uuid("link_id")),
                client,
                row.uuidOrNull("staff_id"),
                row.text("channel"),
                row.text("identifier"),
                client != null && row.flag("unproven"));
    }

    /** @param unproven by the client: the address that the link went to */
    private record Found(
            LinkId link,
            @Nullable UUID client,
            @Nullable UUID member,
            String channel,
            String identifier,
            boolean unproven) {}

    /** @param tries before the present one */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Newest(UUID id, byte[] token, byte[] code, int tries) {
        boolean fits(byte[] codeHash, int limit) {
            return MessageDigest.isEqual(codeHash, code) && tries < limit;
        }
    }
}
