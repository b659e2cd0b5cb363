package clinic.portal.core.dashboard;

import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;

/** A client's first page. */
public class MyDashboard {
    static final int UPCOMING = 10;

    private final Dashboards dashboards;
    private final Clock clock;

    public MyDashboard(Dashboards dashboards, Clock clock) {
        this.dashboards = dashboards;
        this.clock = clock;
    }

    public Dashboard show(Viewer.Client viewer) {
        return dashboards.read(viewer, clock.instant(), UPCOMING).orElseThrow(NoSuchThing::new);
    }
}
