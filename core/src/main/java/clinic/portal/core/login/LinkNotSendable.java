package clinic.portal.core.login;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** A client cannot be sent a link that way; its code says why, for the staff to see. */
public final class LinkNotSendable extends Conflict {
    private LinkNotSendable(String code, String detail) {
        super(code, detail, Map.of());
    }

    static LinkNotSendable portalOff() {
        return new LinkNotSendable("portal_off", "The clinic's portal is switched off.");
    }

    static LinkNotSendable noAddress() {
        return new LinkNotSendable("no_such_address", "The client has no address of this kind.");
    }

    static LinkNotSendable notTheirs() {
        return new LinkNotSendable(
                "address_unproven",
                "It is not certain that this address is the client's; enter it again to vouch for it.");
    }

    static LinkNotSendable optedOut() {
        return new LinkNotSendable("opted_out", "The client wants no messages there.");
    }

    static LinkNotSendable numberNotAllowed() {
        return new LinkNotSendable("number_not_allowed", "The clinic sends no SMS to numbers like this one.");
    }
}
