package clinic.portal.core.login;

import clinic.portal.core.messaging.Delivery;

/** Puts a login letter on its way, by e-mail or SMS as its identifier says. One call is one attempt. */
public interface LinkSender {
    Delivery send(LoginLetter letter);
}
