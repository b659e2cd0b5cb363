package clinic.portal.persistence.shared;

import java.sql.SQLException;

/**
 * The database said no. Its cause is always the {@link SQLException}, whose state tells whether the whole transaction
 * is worth repeating (SECURITY B33).
 */
public final class DatabaseFailure extends RuntimeException {
    private static final String EXCLUSION_VIOLATION = "23P01";

    public DatabaseFailure(SQLException cause) {
        // The driver's message can quote the row, and with it somebody's address (SECURITY P50). The cause keeps that
        // message, hence logServerErrorDetail=false on the driver.
        super("The database refused, SQLSTATE " + cause.getSQLState(), cause);
    }

    /** Of occupied time: somebody else has it (SECURITY B33). */
    public boolean overlapped() {
        return getCause() instanceof SQLException cause && EXCLUSION_VIOLATION.equals(cause.getSQLState());
    }
}
