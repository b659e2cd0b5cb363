package clinic.portal.persistence.login;

import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresStaffAccess implements StaffAccess {
    private static final UUID NONE = new UUID(0, 0);

    private static final String END = """
            with over as (
                update sessions set ended_at = clock_timestamp(), ended_why = ?
                where clinic_id = ? and staff_id = ? and session_id <> ? and (preview or ?) and ended_at is null
                returning clinic_id, session_id)
            update refresh_tokens t set successor_sealed = null
            from over
            where t.clinic_id = over.clinic_id and t.session_id = over.session_id and t.successor_sealed is not null""";

    private final Sql sql;

    public PostgresStaffAccess(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void endSessions(ClinicId clinic, StaffId member, @Nullable SessionId except, End why) {
        sql.update(END, why, clinic.value(), member.value(), except == null ? NONE : except.value(), true);
    }

    /** The keys first: a preview that one of them opens meanwhile is there then. */
    @Override
    public void endPreviews(ClinicId clinic, StaffId member, End why) {
        sql.update("""
                update preview_keys set expires_at = clock_timestamp()
                where clinic_id = ? and staff_id = ? and used_at is null and expires_at > clock_timestamp()""", clinic.value(), member.value());
        sql.update(END, why, clinic.value(), member.value(), NONE, false);
    }

    @Override
    public void voidLinks(ClinicId clinic, StaffId member) {
        sql.update("""
                update login_links set voided_at = clock_timestamp(), sealed = null
                where clinic_id = ? and staff_id = ? and used_at is null and voided_at is null""", clinic.value(), member.value());
    }
}
