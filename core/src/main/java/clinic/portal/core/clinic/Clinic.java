package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clinic and the face its portal shows.
 *
 * @param country ISO 3166 alpha-2: how a phone number without a country code is read
 * @param smsRegions ISO 3166 alpha-2: where the clinic sends SMS; elsewhere it sends none (SECURITY S10)
 * @param portalOn false hides the portal from everybody and ends its clients' access; staff may still preview it
 */
public record Clinic(
        ClinicId id,
        Slug slug,
        String name,
        BrandColour colour,
        @Nullable URI logo,
        Contact contact,
        ZoneId zone,
        Locale locale,
        Currency currency,
        String country,
        Set<String> smsRegions,
        boolean portalOn,
        boolean bookingOn,
        Channels channels) {
    public Clinic {
        smsRegions = Set.copyOf(smsRegions);
    }

    /** How clients reach the clinic itself; as the clinic wrote it, for people to read. */
    public record Contact(String phone, String email, String address) {
        /** What somebody typed, or nothing where the e-mail address is none. */
        public static Optional<Contact> read(Contact typed) {
            return EmailAddress.read(typed.email)
                    .map(readable -> new Contact(typed.phone, typed.email.strip(), typed.address));
        }
    }
}
