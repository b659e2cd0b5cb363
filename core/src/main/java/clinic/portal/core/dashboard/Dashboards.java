package clinic.portal.core.dashboard;

import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.util.Optional;

public interface Dashboards {
    /** A fixed number of queries, however much there is. Nothing where the client has been erased. */
    Optional<Dashboard> read(Viewer.Client viewer, Instant now, int upcoming);
}
