package clinic.portal.persistence.shared;

import clinic.portal.core.shared.Attempt;
import clinic.portal.core.shared.Attempts;
import clinic.portal.core.shared.ClinicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

@Singleton
public class PostgresAttempts implements Attempts {
    /** Writes the row in any case, over itself where somebody else's stands: so the answer is about the row as it is. */
    private static final String CLAIM = """
            insert into idempotency_keys as k (clinic_id, principal, route, key, payload, claim)
            values (?, ?, ?, ?, ?, ?)
            on conflict (clinic_id, principal, route, key) do update
            set (payload, claim, claimed_at, body, kept_at) = (
                select case when over then excluded.payload else k.payload end,
                       case when over then excluded.claim else k.claim end,
                       case when over then clock_timestamp() else k.claimed_at end,
                       case when over then null else k.body end,
                       case when over then null else k.kept_at end
                from (select k.claimed_at <= clock_timestamp() - ?::interval
                             or (k.body is null and k.claimed_at <= clock_timestamp() - ?::interval) as over) state)
            returning k.claim, k.payload, k.body""";

    private static final String ONE = "where clinic_id = ? and principal = ? and route = ? and key = ?";
    private static final String MINE = ONE + " and claim = ? and body is null";
    private static final String KEEP = "update idempotency_keys set body = ?, kept_at = clock_timestamp() " + MINE;
    private static final String GIVE_UP = "delete from idempotency_keys " + MINE;

    private final Sql sql;

    public PostgresAttempts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Standing claim(ClinicId clinic, Attempt attempt, UUID claim, Duration lease, Duration kept) {
        return sql.first(
                        row -> standing(row, attempt, claim),
                        CLAIM,
                        clinic.value(),
                        attempt.principal(),
                        attempt.route(),
                        attempt.key(),
                        attempt.payload(),
                        claim,
                        kept,
                        lease)
                .orElseThrow();
    }

    private static Standing standing(Row row, Attempt attempt, UUID claim) throws SQLException {
        if (row.uuid("claim").equals(claim)) {
            return new Standing.Mine();
        }
        if (!row.text("payload").equals(attempt.payload())) {
            return new Standing.OtherPayload();
        }
        String body = row.textOrNull("body");
        return body == null ? new Standing.InFlight() : new Standing.Answered(body);
    }

    @Override
    public boolean keep(ClinicId clinic, Attempt attempt, UUID claim, String body) {
        return sql.update(KEEP, body, clinic.value(), attempt.principal(), attempt.route(), attempt.key(), claim) == 1;
    }

    @Override
    public void giveUp(ClinicId clinic, Attempt attempt, UUID claim) {
        sql.update(GIVE_UP, clinic.value(), attempt.principal(), attempt.route(), attempt.key(), claim);
    }

    @Override
    public int forget(ClinicId clinic, Duration kept) {
        return sql.update(
                "delete from idempotency_keys where clinic_id = ? and claimed_at <= clock_timestamp() - ?",
                clinic.value(),
                kept);
    }
}
