package clinic.portal.notify.messaging;

import clinic.portal.core.messaging.Delivery;

/** Hands SMS to the far end. One call is one attempt, over within ten seconds (SECURITY B43). */
public interface TextChannel {
    Delivery send(Text text);
}
