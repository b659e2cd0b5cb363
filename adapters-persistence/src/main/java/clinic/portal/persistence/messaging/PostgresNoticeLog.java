package clinic.portal.persistence.messaging;

import clinic.portal.core.messaging.Notice;
import clinic.portal.core.messaging.NoticeId;
import clinic.portal.core.messaging.NoticeLog;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresNoticeLog implements NoticeLog {
    private final Sql sql;

    public PostgresNoticeLog(Sql sql) {
        this.sql = sql;
    }

    /** Writing over what is there changes nothing of it, but keeps it from everybody else. */
    @Override
    public Line open(ClinicId clinic, Notice notice, ClientId client, NoticeId fresh) {
        return sql.first(
                        row -> new Line(
                                new NoticeId(row.uuid("message_id")),
                                row.flag("settled"),
                                Duration.ofMillis(row.number("age_millis"))),
                        """
                        insert into messages (clinic_id, message_id, appointment_id, client_id, change, version, channel)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, appointment_id, change, version, channel)
                        do update set version = excluded.version
                        returning message_id, settled_at is not null as settled,
                                  floor(extract(epoch from clock_timestamp() - created_at) * 1000) as age_millis""",
                        clinic.value(),
                        fresh.value(),
                        notice.appointment().value(),
                        client.value(),
                        notice.change(),
                        notice.version(),
                        notice.channel())
                .orElseThrow();
    }

    @Override
    public void settle(ClinicId clinic, NoticeId id, Outcome outcome, String reason, @Nullable String reference) {
        sql.update("""
                update messages
                set settled_at = clock_timestamp(), outcome = ?, reason = nullif(left(?, 200), ''), reference = ?
                where clinic_id = ? and message_id = ? and settled_at is null""", outcome, reason, reference, clinic.value(), id.value());
    }

    @Override
    public int smsLastDay(ClinicId clinic) {
        return sql.first(row -> row.integer("sms"), """
                        select (select count(*) from messages
                                where clinic_id = ? and channel = 'sms' and outcome in ('sent', 'unknown')
                                  and settled_at > clock_timestamp() - interval '24 hours')
                             + (select count(*) from login_links
                                where clinic_id = ? and channel = 'sms'
                                  and made_at > clock_timestamp() - interval '24 hours') as sms""", clinic.value(), clinic.value())
                .orElseThrow();
    }
}
