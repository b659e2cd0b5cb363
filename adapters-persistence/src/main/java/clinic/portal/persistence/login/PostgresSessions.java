package clinic.portal.persistence.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
public class PostgresSessions implements Sessions, LiveSessions {
    /** A preview's session is its client's and names the member of staff who looks; whose it is, its audience says. */
    private static final String WITH_SUBJECT = """
            from sessions s
            join clinics k on k.clinic_id = s.clinic_id
            left join clients c on s.audience = 'portal' and c.clinic_id = s.clinic_id and c.client_id = s.client_id
            left join staff m on m.clinic_id = s.clinic_id and m.staff_id = s.staff_id
            """;

    private static final String COLUMNS = """
            select s.session_id, s.audience, s.client_id, s.staff_id, s.preview, coalesce(c.name, m.name) as name, m.role,
                   s.audience = 'staff' and k.second_factor_required and not exists (
                       select from second_factors f
                       where f.clinic_id = s.clinic_id and f.staff_id = s.staff_id and f.confirmed_at is not null
                   ) as enrolling""";

    private static final String LIVE = """
            s.ended_at is null and s.expires_at > clock_timestamp()
              and ((s.audience = 'portal' and not s.preview and c.erased_at is null and k.portal_on)
                or (s.audience = 'portal' and s.preview and c.erased_at is null and m.left_at is null)
                or (s.audience = 'staff' and m.left_at is null))
            """;

    private static final String FIND = COLUMNS + "\n" + WITH_SUBJECT + "where s.clinic_id = ? and s.session_id = ?";

    private static final String FIND_LIVE =
            COLUMNS + "\n" + WITH_SUBJECT + "where s.clinic_id = ? and s.session_id = ? and s.audience = ? and " + LIVE;

    private static final String AMONG = COLUMNS + "\n" + WITH_SUBJECT
            + "where s.clinic_id = ? and s.session_id = any (?) and s.audience = ? and " + LIVE;

    private static final String FIND_BY_TOKEN = COLUMNS + ",\n" + LIVE + """
            as live,
            t.spent_at is null and t.expires_at <= clock_timestamp() as stale,
            extract(epoch from clock_timestamp() - t.spent_at) * 1000 as spent_millis,
            case when next.spent_at is null then t.successor_sealed end as successor
            """ + WITH_SUBJECT + """
            join refresh_tokens t on t.clinic_id = s.clinic_id and t.session_id = s.session_id
            left join refresh_tokens next on next.clinic_id = t.clinic_id and next.token_hash = t.successor_hash
            where t.clinic_id = ? and t.token_hash = ?""";

    private final Sql sql;

    public PostgresSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Session open(
            ClinicId clinic, SessionId id, Subject subject, byte[] refreshHash, Duration life, Duration idle) {
        var whose = SubjectColumns.of(subject);
        sql.update("""
                insert into sessions (clinic_id, session_id, audience, client_id, staff_id, opened_at, expires_at)
                select ?, ?, ?, ?, ?, now, now + ? from clock_timestamp() as now""", clinic.value(), id.value(), subject.audience(), whose.client(), whose.staff(), life);
        addToken(clinic, id, refreshHash, idle);
        return opened(clinic, id);
    }

    @Override
    public Session openPreview(ClinicId clinic, SessionId id, ClientId client, StaffId by, Duration life) {
        sql.update("""
                insert into sessions (clinic_id, session_id, audience, client_id, staff_id, preview, opened_at, expires_at)
                select ?, ?, 'portal', ?, ?, true, now, now + ? from clock_timestamp() as now""", clinic.value(), id.value(), client.value(), by.value(), life);
        return opened(clinic, id);
    }

    @Override
    public Optional<Session> live(ClinicId clinic, SessionId id, Audience audience) {
        return sql.first(row -> session(clinic, row), FIND_LIVE, clinic.value(), id.value(), audience);
    }

    @Override
    public List<Session> among(ClinicId clinic, Audience audience, Set<SessionId> sessions) {
        return sql.list(
                row -> session(clinic, row),
                AMONG,
                clinic.value(),
                sessions.stream().map(SessionId::value).toArray(UUID[]::new),
                audience);
    }

    /** First the lock, then a look in a statement of its own: what others did to the tokens meanwhile is then seen. */
    @Override
    public Optional<Refreshable> lock(ClinicId clinic, Audience audience, byte[] refreshHash) {
        var locked = sql.first(row -> true, """
                select s.session_id from sessions s
                join refresh_tokens t on t.clinic_id = s.clinic_id and t.session_id = s.session_id
                where t.clinic_id = ? and t.token_hash = ? and s.audience = ?
                for update of s""", clinic.value(), refreshHash, audience);
        return locked.flatMap(
                yes -> sql.first(row -> refreshable(clinic, row), FIND_BY_TOKEN, clinic.value(), refreshHash));
    }

    @Override
    public void rotate(
            ClinicId clinic, SessionId id, byte[] spentHash, byte[] nextHash, byte[] nextSealed, Duration idle) {
        addToken(clinic, id, nextHash, idle);
        int spent = sql.update("""
                update refresh_tokens
                set spent_at = clock_timestamp(), successor_hash = ?, successor_sealed = ?
                where clinic_id = ? and session_id = ? and token_hash = ? and spent_at is null""", nextHash, nextSealed, clinic.value(), id.value(), spentHash);
        if (spent != 1) {
            throw new IllegalStateException("A refresh token was spent behind its session's lock");
        }
        // The grandparent's copy of what is spent now has no use left.
        sql.update("""
                update refresh_tokens set successor_sealed = null
                where clinic_id = ? and session_id = ? and successor_hash = ?""", clinic.value(), id.value(), spentHash);
    }

    @Override
    public void end(ClinicId clinic, SessionId id, End why) {
        sql.update("""
                update sessions set ended_at = clock_timestamp(), ended_why = ?
                where clinic_id = ? and session_id = ? and ended_at is null""", why, clinic.value(), id.value());
        sql.update("""
                update refresh_tokens set successor_sealed = null
                where clinic_id = ? and session_id = ? and successor_sealed is not null""", clinic.value(), id.value());
    }

    @Override
    public int forget(ClinicId clinic, Duration age) {
        return sql.update("""
                delete from sessions
                where clinic_id = ?
                  and (expires_at < clock_timestamp() - ?::interval or ended_at < clock_timestamp() - ?::interval)""", clinic.value(), age, age);
    }

    private Session opened(ClinicId clinic, SessionId id) {
        return sql.first(row -> session(clinic, row), FIND, clinic.value(), id.value())
                .orElseThrow();
    }

    private void addToken(ClinicId clinic, SessionId id, byte[] hash, Duration idle) {
        sql.update("""
                insert into refresh_tokens (clinic_id, token_hash, session_id, expires_at)
                select clinic_id, ?, session_id, least(clock_timestamp() + ?, expires_at)
                from sessions where clinic_id = ? and session_id = ?""", hash, idle, clinic.value(), id.value());
    }

    private static Refreshable refreshable(ClinicId clinic, Row row) throws SQLException {
        return new Refreshable(
                session(clinic, row),
                row.flag("live"),
                row.flag("stale"),
                row.millisOrNull("spent_millis"),
                row.bytesOrNull("successor"));
    }

    private static Session session(ClinicId clinic, Row row) throws SQLException {
        Subject subject = switch (row.oneOf(Audience.class, "audience")) {
            case PORTAL -> new Subject.OfClient(new ClientId(row.uuid("client_id")));
            case STAFF -> new Subject.OfStaff(new StaffId(row.uuid("staff_id")), row.oneOf(Role.class, "role"));
        };
        return new Session(
                clinic,
                new SessionId(row.uuid("session_id")),
                subject,
                row.text("name"),
                row.flag("preview"),
                row.flag("enrolling"));
    }
}
