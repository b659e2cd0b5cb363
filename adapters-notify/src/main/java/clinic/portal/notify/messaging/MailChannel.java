package clinic.portal.notify.messaging;

import clinic.portal.core.messaging.Delivery;

/** Hands e-mail to the far end. One call is one attempt, over within ten seconds (SECURITY B43). */
public interface MailChannel {
    Delivery send(Mail mail);
}
