package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Traced;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the clinic's staff see them.
 *
 * @param proven which of the addresses are known to be theirs
 * @param zone the clinic's
 * @param version grows with every change
 */
public record ClientFile(ClientId id, Details details, Proven proven, Instant createdAt, ZoneId zone, int version)
        implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    /**
     * @param locale their language; the clinic's, where absent
     * @param noEmail they want none
     * @param noSms they want none
     */
    public record Details(
            String name,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable Locale locale,
            boolean noEmail,
            boolean noSms) {
        /** Whether somebody who had an address of theirs may now be somebody else. */
        boolean losesAnAddressTo(Details next) {
            return (email != null && !email.equals(next.email)) || (phone != null && !phone.equals(next.phone));
        }

        /** Says nothing: it is personal (SECURITY P50). */
        @Override
        public String toString() {
            return "Details[...]";
        }
    }

    /**
     * Either the client has shown so, or the clinic vouches for it. What a guest typed may be a stranger's. False where there
     * is no such address.
     */
    public record Proven(boolean email, boolean phone) {
        /** Of whoever the clinic has entered. */
        static Proven vouchedFor(Details details) {
            return new Proven(details.email != null, details.phone != null);
        }
    }

    /** Whether this address is known to be theirs. */
    boolean holds(EmailAddress email) {
        return proven.email && email.equals(details.email);
    }

    boolean holds(PhoneNumber phone) {
        return proven.phone && phone.equals(details.phone);
    }

    public Cursor cursor() {
        return new Cursor(details.name, id.value());
    }

    ClientFile with(Details changed) {
        return new ClientFile(id, changed, Proven.vouchedFor(changed), createdAt, zone, version + 1);
    }
}
