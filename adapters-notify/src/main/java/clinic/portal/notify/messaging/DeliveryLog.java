package clinic.portal.notify.messaging;

import clinic.portal.core.messaging.Delivery;
import org.jboss.logging.Logger;

/** Tells the operator of what did not go out. Deliveries and letters name nobody, and so does the log (SECURITY P50). */
public final class DeliveryLog {
    private DeliveryLog() {}

    /** @param letter with its kind, and by its id */
    public static void write(Logger log, String letter, Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent sent -> {}
            case Delivery.TryLater later -> log.infof("%s not sent yet: %s", letter, later.reason());
            case Delivery.Unknown unknown -> log.warnf("%s perhaps sent: %s", letter, unknown.reason());
            case Delivery.Rejected rejected -> log.infof("%s rejected: %s", letter, rejected.reason());
        }
    }
}
