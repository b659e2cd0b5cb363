package clinic.portal.persistence.shared;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

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

    /**
     * Whether somebody else has this time already (SECURITY B33). What begins at the same moment is found by the key, for
     * that is looked at before the exclusion constraint.
     */
    public boolean overlapped() {
        return getCause() instanceof PSQLException cause
                && (EXCLUSION_VIOLATION.equals(cause.getSQLState()) || isOf(cause, "occupied_time_pkey"));
    }

    private static boolean isOf(PSQLException cause, String constraint) {
        var told = cause.getServerErrorMessage();
        return told != null && constraint.equals(told.getConstraint());
    }
}
