package clinic.portal.app.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds what is in the database against what callers asked for and were told (SECURITY H44). Knows nothing of how the
 * portal works, only what it promises: nothing twice, nothing lost, nothing invented, nothing half.
 *
 * <p>What a caller must keep to, for the order to be known: whoever made an appointment or a hold is the only one to ask
 * for changes of it, one after the other, and leaves it alone after an answer that did not come.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /** @return what is wrong, each in a sentence; empty where every promise was kept */
    public static List<String> violations(List<Happening> history, Aftermath after) {
        var wrong = new ArrayList<String>();
        wrong.addAll(new TimeChecks(after).violations());
        wrong.addAll(new AppointmentChecks(history, after).violations());
        wrong.addAll(new PromiseChecks(history, after).violations());
        return wrong;
    }
}
