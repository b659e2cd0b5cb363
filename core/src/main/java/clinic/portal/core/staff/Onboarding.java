package clinic.portal.core.staff;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicRegister;
import clinic.portal.core.clinic.Regional;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.SlugRules;
import clinic.portal.core.clinic.SlugUnavailable;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** New clinics. Whoever may make them says so before: they are nobody's viewer. */
public class Onboarding {
    private final ClinicRegister register;
    private final Members members;
    private final LoginLinks links;
    private final Ids ids;

    public Onboarding(ClinicRegister register, Members members, LoginLinks links, Ids ids) {
        this.register = register;
        this.members = members;
        this.links = links;
        this.ids = ids;
    }

    /**
     * Makes a clinic, with nobody in it but its owner, who is sent a link. Portal and booking are off: the clinic has
     * nothing to show yet.
     *
     * @param fresh the new clinic's id
     * @throws Invalid naming all that is wrong
     * @throws SlugUnavailable where the slug is not to be had
     */
    public Opened open(ClinicId fresh, Application application) {
        var clinic = read(fresh, application);
        SlugRules.requireAllowed(clinic.slug());
        if (!register.enter(fresh, clinic)) {
            throw new SlugUnavailable();
        }
        var email = EmailAddress.read(application.ownerEmail()).orElseThrow();
        var plan = new Plan(application.ownerName(), email, null, null, Role.OWNER, null);
        var owner = Member.invited(new StaffId(ids.next()), plan);
        members.add(fresh, owner);
        links.ask(fresh, Audience.STAFF, new Claim(email.value(), null));
        return new Opened(clinic, owner);
    }

    private static Clinic read(ClinicId fresh, Application typed) {
        var wrong = new ArrayList<Violation>();
        var slug = known(Slug.read(typed.slug()), wrong, "/clinic/slug", "invalid_slug", "This is not a slug.");
        var zone = known(
                Regional.zone(typed.timeZone()), wrong, "/clinic/timeZone", "unknown_time_zone", "No such time zone.");
        var locale = known(
                Regional.locale(typed.locale()),
                wrong,
                "/clinic/locale",
                "unknown_locale",
                "No such language, or no such region.");
        var currency = known(
                Regional.currency(typed.currency()),
                wrong,
                "/clinic/currency",
                "unknown_currency",
                "No such currency.");
        var country = known(
                Regional.country(typed.country()), wrong, "/clinic/country", "unknown_country", "No such country.");
        var contact = known(
                Clinic.Contact.read(typed.contact()),
                wrong,
                "/clinic/contact/email",
                "invalid_email",
                "This is not an e-mail address.");
        known(
                EmailAddress.read(typed.ownerEmail()),
                wrong,
                "/owner/email",
                "invalid_email",
                "This is not an e-mail address.");
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Clinic(
                fresh,
                slug.orElseThrow(),
                typed.name(),
                typed.colour(),
                null,
                contact.orElseThrow(),
                zone.orElseThrow(),
                locale.orElseThrow(),
                currency.orElseThrow(),
                country.orElseThrow(),
                Set.of(country.orElseThrow()),
                false,
                false,
                Channels.ALL);
    }

    private static <T> Optional<T> known(
            Optional<T> read, List<Violation> wrong, String pointer, String code, String detail) {
        if (read.isEmpty()) {
            wrong.add(new Violation(pointer, code, detail));
        }
        return read;
    }

    /** A clinic and its owner, as somebody typed them. */
    public record Application(
            String slug,
            String name,
            String timeZone,
            String locale,
            String currency,
            String country,
            Clinic.Contact contact,
            BrandColour colour,
            String ownerName,
            String ownerEmail) {

        /** Says nothing: what is personal does not get into a log by way of somebody's message (SECURITY P50). */
        @Override
        public String toString() {
            return "Application[...]";
        }
    }

    public record Opened(Clinic clinic, Member owner) {}
}
