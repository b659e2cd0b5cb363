package clinic.portal.persistence.shared;

import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.NoSuchThing;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells what is the database's trouble from what is ours: after the first, trying again is right. */
public final class Outages {
    /**
     * Beginnings of SQLSTATE (PostgreSQL, appendix A): connection exceptions, shut down or crashed, too many connections,
     * cancelled, a lock not to be had.
     */
    private static final List<String> STATES = List.of("08", "57P0", "53300", "57014", "55P03");

    /** What {@code follow_merge} says of a client who was erased after whoever writes for them had found them. */
    private static final String CLIENT_GONE = "CP404";

    private static final Logger LOG = Logger.getLogger(Outages.class);

    private Outages() {}

    /**
     * What to throw: a refusal where trying again is right, since nothing was done or can be asked for again, and where
     * whom it was for is not there any more.
     */
    public static RuntimeException told(SQLException failed) {
        if (CLIENT_GONE.equals(failed.getSQLState())) {
            return new NoSuchThing();
        }
        return isBehind(failed) ? busy(failed) : new DatabaseFailure(failed);
    }

    /** Only what kind of failure it was is logged: messages quote rows (SECURITY P50). */
    public static Busy busy(Throwable failed) {
        LOG.warnf("The database cannot be had just now: %s", failed.getClass().getSimpleName());
        return new Busy();
    }

    public static boolean isBehind(Throwable accident) {
        for (Throwable cause = accident; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed && tells(failed.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** A pool that has no connection to give away in time says so without a state. */
    private static boolean tells(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
