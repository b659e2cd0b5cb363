package clinic.portal.notify.login;

import clinic.portal.core.login.HoldReason;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkWatch;
import clinic.portal.core.shared.ClinicId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Counts and logs links held back, by reason alone: whose they would have been is nobody's business (SECURITY P50). */
public final class HoldBackWatch implements LinkWatch {
    static final String METER = "portal.login.links.held";
    private static final Logger LOG = Logger.getLogger(HoldBackWatch.class);

    private final MeterRegistry meters;

    public HoldBackWatch(MeterRegistry meters) {
        this.meters = meters;
        // All there from the start, at zero: an alert on a rate needs to see the first one too.
        for (var reason : HoldReason.values()) {
            counter(reason);
        }
    }

    @Override
    public void heldBack(ClinicId clinic, Identifier identifier, HoldReason reason) {
        counter(reason).increment();
        LOG.infof("A login link was held back: %s", reason);
    }

    private Counter counter(HoldReason reason) {
        return Counter.builder(METER)
                .description("Login links asked for and not sent")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
