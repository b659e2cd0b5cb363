package clinic.portal.persistence.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkHistory;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequest;
import clinic.portal.core.login.LinkRequest.Armed;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Who must wait for whom is settled by three kinds of advisory lock, always taken in this order: identifier, the
 * clinic's SMS, subject. Each kind has a number space of its own, so two that hash alike only wait, and never for each
 * other. Having waited, {@code now()} would still be the moment the transaction began: hence {@code clock_timestamp()},
 * and hence a statement of its own after each lock, since a statement sees what was committed when it began.
 */
@Singleton
public class PostgresLinkRequests implements LinkRequests {
    private static final int LOCK_IDENTIFIER = 7101;
    private static final int LOCK_CLINIC_SMS = 7102;
    private static final int LOCK_SUBJECT = 7103;

    private static final byte[] NOTHING = {};

    private final Sql sql;

    public PostgresLinkRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ClinicId clinic, LinkId id, Audience audience, Identifier identifier) {
        sql.update(
                "insert into login_links (clinic_id, link_id, audience, channel, identifier) values (?, ?, ?, ?, ?)",
                clinic.value(),
                id.value(),
                audience,
                Channel.of(identifier),
                identifier.value());
    }

    @Override
    public Optional<LinkRequest> take(ClinicId clinic, LinkId id) {
        var waiting = sql.first(
                PostgresLinkRequests::identifier,
                "select channel, identifier from login_links where clinic_id = ? and link_id = ? and settled_at is null",
                clinic.value(),
                id.value());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        lock(LOCK_IDENTIFIER, clinic.value() + " " + waiting.get().value());
        if (waiting.get() instanceof Identifier.Phone) {
            lock(LOCK_CLINIC_SMS, clinic.value().toString());
        }
        return sql.first(row -> request(clinic, id, row), """
                select channel, identifier, audience, sealed, made_at is not null as made,
                       coalesce(used_at is null and voided_at is null and expires_at > clock_timestamp(), false) as alive,
                       extract(epoch from clock_timestamp() - requested_at) * 1000 as age_millis
                from login_links
                where clinic_id = ? and link_id = ? and settled_at is null
                for update""", clinic.value(), id.value());
    }

    @Override
    public LinkHistory historyOf(LinkRequest request) {
        return sql.first(
                        row -> new LinkHistory(
                                row.integer("last_minute"), row.integer("last_hour"), row.integer("sms_last_day")),
                        """
                        select count(*) filter (where made_at > clock_timestamp() - interval '60 seconds') as last_minute,
                               count(*) as last_hour,
                               (select count(*) from login_links
                                where clinic_id = ? and channel = 'sms' and link_id <> ?
                                  and made_at > clock_timestamp() - interval '24 hours')
                               + (select count(*) from messages
                                  where clinic_id = ? and channel = 'sms' and outcome in ('sent', 'unknown')
                                    and settled_at > clock_timestamp() - interval '24 hours') as sms_last_day
                        from login_links
                        where clinic_id = ? and identifier = ? and link_id <> ?
                          and made_at > clock_timestamp() - interval '60 minutes'""",
                        request.clinic().value(),
                        request.id().value(),
                        request.clinic().value(),
                        request.clinic().value(),
                        request.identifier().value(),
                        request.id().value())
                .orElseThrow();
    }

    @Override
    public void arm(LinkRequest request, Subject subject, LinkHashes hashes, byte[] sealed, Duration life) {
        var whose = SubjectColumns.of(subject);
        // One person may be asked for by e-mail and by phone at once; without this, neither would void the other.
        lock(LOCK_SUBJECT, request.clinic().value() + " " + whose.id());
        sql.update(
                """
                update login_links set voided_at = clock_timestamp(), sealed = null
                where clinic_id = ? and (client_id = ? or staff_id = ?) and link_id <> ?
                  and used_at is null and voided_at is null""",
                request.clinic().value(),
                whose.client(),
                whose.staff(),
                request.id().value());
        sql.update(
                """
                update login_links
                set made_at = moment.now, expires_at = moment.now + ?, client_id = ?, staff_id = ?,
                    token_hash = ?, code_hash = ?, code_tries = 0, sealed = ?
                from (select clock_timestamp() as now) moment
                where clinic_id = ? and link_id = ?""",
                life,
                whose.client(),
                whose.staff(),
                hashes.token(),
                hashes.code(),
                sealed,
                request.clinic().value(),
                request.id().value());
    }

    @Override
    public void settle(ClinicId clinic, LinkId id, Outcome outcome, String reason) {
        sql.update("""
                update login_links set settled_at = clock_timestamp(), outcome = ?, reason = nullif(?, ''), sealed = null
                where clinic_id = ? and link_id = ? and settled_at is null""", outcome, reason, clinic.value(), id.value());
    }

    @Override
    public int forget(ClinicId clinic, Duration age) {
        return sql.update(
                "delete from login_links where clinic_id = ? and requested_at < clock_timestamp() - ?",
                clinic.value(),
                age);
    }

    private void lock(int kind, String what) {
        sql.list(row -> true, "select pg_advisory_xact_lock(?, hashtext(?))", kind, what);
    }

    private static LinkRequest request(ClinicId clinic, LinkId id, Row row) throws SQLException {
        byte[] sealed = row.bytesOrNull("sealed");
        return new LinkRequest(
                clinic,
                id,
                row.oneOf(Audience.class, "audience"),
                identifier(row),
                Duration.ofMillis(row.number("age_millis")),
                row.flag("made")
                        ? new Armed(sealed == null ? NOTHING : sealed, sealed != null && row.flag("alive"))
                        : null);
    }

    private static Identifier identifier(Row row) throws SQLException {
        return switch (row.oneOf(Channel.class, "channel")) {
            case EMAIL -> new Identifier.Email(new EmailAddress(row.text("identifier")));
            case SMS -> new Identifier.Phone(new PhoneNumber(row.text("identifier")));
        };
    }

    private enum Channel {
        EMAIL,
        SMS;

        static Channel of(Identifier identifier) {
            return switch (identifier) {
                case Identifier.Email email -> EMAIL;
                case Identifier.Phone phone -> SMS;
            };
        }
    }
}
