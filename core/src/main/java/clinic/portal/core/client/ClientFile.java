package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Traced;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the clinic's staff see them.
 *
 * @param zone the clinic's
 * @param version grows with every change
 */
public record ClientFile(ClientId id, Details details, Instant createdAt, ZoneId zone, int version) implements Traced {
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

        boolean hasNewEmail(@Nullable Details before) {
            return email != null && (before == null || !Objects.equals(email, before.email));
        }

        boolean hasNewPhone(@Nullable Details before) {
            return phone != null && (before == null || !Objects.equals(phone, before.phone));
        }

        /** Says nothing: it is personal (SECURITY P50). */
        @Override
        public String toString() {
            return "Details[...]";
        }
    }

    public Cursor cursor() {
        return new Cursor(details.name, id.value());
    }

    ClientFile with(Details changed) {
        return new ClientFile(id, changed, createdAt, zone, version + 1);
    }
}
