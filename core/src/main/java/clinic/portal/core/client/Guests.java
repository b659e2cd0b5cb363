package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.util.Optional;

/** Clients who come without having logged in. */
public interface Guests {
    /**
     * Who has both, this address and this number; one whom the clinic itself entered or who has logged in before others.
     * Until the transaction ends, nobody else is matched by or added with the same two.
     */
    Optional<ClientId> match(ClinicId clinic, EmailAddress email, PhoneNumber phone);

    /** A new client of whom neither address nor number is proven. Others may have the same. */
    void add(ClinicId clinic, ClientId id, String name, EmailAddress email, PhoneNumber phone);
}
