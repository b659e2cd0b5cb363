package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clinic's clients, for its staff. Those erased, merged into another, or made up for previews are not among them. */
public interface Clients {
    /**
     * By name.
     *
     * @param search all its words must be the beginning of a word of the name, of the e-mail address, or of the phone
     *     number, or digits its end; all clients, where absent
     */
    Page<ClientFile> list(ClinicId clinic, @Nullable String search, PageRequest page);

    Optional<ClientFile> find(ClinicId clinic, ClientId client);

    /** Somebody the clinic vouches for: their addresses count as proven. */
    void add(ClinicId clinic, ClientFile client);

    /**
     * Writes the details where the version is still {@code client.version() - 1}; false where it is not. The clinic vouches
     * for the addresses, also for one that was there and unproven.
     */
    boolean replace(ClinicId clinic, ClientFile client);

    /** Whose this address is proven to be. Until the transaction ends, it becomes nobody else's. */
    Optional<ClientId> holderOf(ClinicId clinic, EmailAddress email);

    /** The same for a number. */
    Optional<ClientId> holderOf(ClinicId clinic, PhoneNumber phone);

    /** Ends the client's sessions; the links and keys they have been sent are void. */
    void endAccess(ClinicId clinic, ClientId client);
}
