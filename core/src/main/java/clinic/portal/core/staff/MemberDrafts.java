package clinic.portal.core.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.Regional;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.staff.Member.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a member of staff, with what the clinic knows. */
public final class MemberDrafts {
    private final Clinics clinics;
    private final Practitioners practitioners;
    private final PhoneNumbers numbers;

    public MemberDrafts(Clinics clinics, Practitioners practitioners, PhoneNumbers numbers) {
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.numbers = numbers;
    }

    /** @throws Invalid naming all that is wrong with it */
    Plan read(ClinicId clinic, MemberDraft draft) {
        var wrong = new ArrayList<Violation>();
        var email = EmailAddress.read(draft.email());
        if (email.isEmpty()) {
            wrong.add(new Violation("/email", "invalid_email", "This is not an e-mail address."));
        }
        var phone = phone(clinic, draft.phone(), wrong);
        var locale = locale(draft.locale(), wrong);
        requireKnown(clinic, draft.practitioner(), wrong);
        if (email.isEmpty() || !wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Plan(draft.name(), email.get(), phone, locale, draft.role(), draft.practitioner());
    }

    private @Nullable PhoneNumber phone(ClinicId clinic, @Nullable String typed, List<Violation> wrong) {
        if (typed == null) {
            return null;
        }
        String country = clinics.find(clinic).orElseThrow(NoSuchThing::new).country();
        var read = numbers.read(typed, country);
        if (read.isEmpty()) {
            wrong.add(new Violation("/phone", "invalid_phone", "This is not a phone number."));
        }
        return read.orElse(null);
    }

    private static @Nullable Locale locale(@Nullable String typed, List<Violation> wrong) {
        if (typed == null) {
            return null;
        }
        var read = Regional.locale(typed);
        if (read.isEmpty()) {
            wrong.add(new Violation("/locale", "unknown_locale", "No such language, or no such region."));
        }
        return read.orElse(null);
    }

    private void requireKnown(ClinicId clinic, @Nullable PractitionerId practitioner, List<Violation> wrong) {
        if (practitioner != null
                && practitioners.known(clinic, Set.of(practitioner)).isEmpty()) {
            wrong.add(new Violation("/practitionerId", "unknown_practitioner", "The clinic has no such practitioner."));
        }
    }
}
