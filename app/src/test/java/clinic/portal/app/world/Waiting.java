package clinic.portal.app.world;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits on a condition, generously: these machines are slow at times. */
public final class Waiting {
    private Waiting() {}

    public static ConditionFactory until(String what) {
        return atMost(20, what);
    }

    public static ConditionFactory atMost(int seconds, String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }
}
