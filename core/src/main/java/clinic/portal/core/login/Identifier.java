package clinic.portal.core.login;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;

/** By what somebody says they are known to the clinic, and where their link goes. */
public sealed interface Identifier {
    record Email(EmailAddress address) implements Identifier {}

    record Phone(PhoneNumber number) implements Identifier {}

    /** The address or number itself. */
    default String value() {
        return switch (this) {
            case Email e -> e.address().value();
            case Phone p -> p.number().value();
        };
    }
}
