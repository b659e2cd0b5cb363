package clinic.portal.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Lets other tests have the demo's clinics. */
public final class DemoDataLoading {
    private DemoDataLoading() {}

    public static boolean load(Connection owner, Instant now) throws SQLException {
        return DemoData.load(owner, now);
    }
}
