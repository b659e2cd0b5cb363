package clinic.portal.core.clinic;

import clinic.portal.core.clinic.Clinic.Contact;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A portal's settings as somebody typed them. */
public record PortalDraft(
        boolean portalOn,
        boolean bookingOn,
        String slug,
        String name,
        String colour,
        @Nullable String logo,
        Contact contact,
        String zone,
        String locale,
        String currency,
        String country,
        List<String> smsRegions,
        BookingPolicy policy,
        Channels channels,
        boolean secondFactorRequired) {
    public PortalDraft {
        smsRegions = List.copyOf(smsRegions);
    }

    /** @throws Invalid naming all that is wrong with it */
    Portal read(ClinicId id, int version) {
        var wrong = new ArrayList<Violation>();
        var slugRead = Slug.read(slug);
        var colourRead = PortalFields.colour(colour);
        var logoRead = Optional.ofNullable(logo).flatMap(PortalFields::logo);
        var contactRead = Contact.read(contact);
        var zoneRead = Regional.zone(zone);
        var localeRead = Regional.locale(locale);
        var currencyRead = Regional.currency(currency);
        mark(wrong, slugRead.isPresent(), "/slug", "invalid_slug", "Must be 3 to 40 of a to z, 0 to 9, inner dashes.");
        mark(wrong, colourRead.isPresent(), "/brandColour", "invalid_colour", "Must be written like #7a3e9d.");
        mark(wrong, logo == null || logoRead.isPresent(), "/logoUrl", "invalid_url", "Must be an https address.");
        mark(wrong, contactRead.isPresent(), "/contact/email", "invalid_email", "This is not an e-mail address.");
        mark(wrong, zoneRead.isPresent(), "/timeZone", "unknown_time_zone", "There is no such time zone.");
        mark(wrong, localeRead.isPresent(), "/locale", "unknown_locale", "There is no such language and region.");
        mark(wrong, currencyRead.isPresent(), "/currency", "unknown_currency", "There is no such currency.");
        mark(wrong, Regional.country(country).isPresent(), "/country", "unknown_country", "There is no such country.");
        for (int i = 0; i < smsRegions.size(); i++) {
            boolean known = Regional.country(smsRegions.get(i)).isPresent();
            mark(wrong, known, "/smsRegions/" + i, "unknown_country", "There is no such country.");
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        var clinic = new Clinic(
                id,
                slugRead.orElseThrow(),
                name,
                colourRead.orElseThrow(),
                logoRead.orElse(null),
                contactRead.orElseThrow(),
                zoneRead.orElseThrow(),
                localeRead.orElseThrow(),
                currencyRead.orElseThrow(),
                country,
                Set.copyOf(smsRegions),
                portalOn,
                bookingOn,
                channels);
        return new Portal(clinic, policy, secondFactorRequired, version);
    }

    private static void mark(List<Violation> wrong, boolean right, String pointer, String code, String detail) {
        if (!right) {
            wrong.add(new Violation(pointer, code, detail));
        }
    }
}
