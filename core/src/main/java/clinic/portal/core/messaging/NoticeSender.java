package clinic.portal.core.messaging;

/** Puts a notice on its way. One call is one attempt. */
public interface NoticeSender {
    Delivery send(NoticeLetter letter);
}
