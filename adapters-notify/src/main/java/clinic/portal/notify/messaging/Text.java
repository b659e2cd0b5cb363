package clinic.portal.notify.messaging;

import clinic.portal.core.shared.PhoneNumber;

/**
 * One SMS. May hold a login token: never log it.
 *
 * @param reference our own id of the message, the same at every attempt
 */
public record Text(PhoneNumber to, String body, String reference) {
    @Override
    public String toString() {
        return "Text[" + reference + "]";
    }
}
