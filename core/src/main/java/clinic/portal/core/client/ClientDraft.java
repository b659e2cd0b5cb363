package clinic.portal.core.client;

import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Regional;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the staff have typed about a client. */
public record ClientDraft(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        boolean noEmail,
        boolean noSms) {

    /** @throws Invalid naming all that is wrong with it */
    Details read(Clinic clinic, PhoneNumbers numbers) {
        var wrong = new ArrayList<Violation>();
        Optional<EmailAddress> readEmail = email == null ? Optional.empty() : EmailAddress.read(email);
        Optional<PhoneNumber> readPhone = phone == null ? Optional.empty() : numbers.read(phone, clinic.country());
        String tidyName = name.strip();
        if (tidyName.isEmpty()) {
            wrong.add(new Violation("/name", "required", "Give a name."));
        }
        if (email != null && readEmail.isEmpty()) {
            wrong.add(new Violation("/email", "invalid_email", "This is not an e-mail address."));
        }
        if (phone != null && readPhone.isEmpty()) {
            wrong.add(new Violation("/phone", "invalid_phone", "This is not a phone number."));
        }
        Optional<Locale> readLocale = locale == null ? Optional.empty() : Regional.locale(locale);
        if (locale != null && readLocale.isEmpty()) {
            wrong.add(new Violation("/locale", "unknown_locale", "No such language, or no such region."));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Details(
                tidyName, readEmail.orElse(null), readPhone.orElse(null), readLocale.orElse(null), noEmail, noSms);
    }

    /** Says nothing: it is personal (SECURITY P50). */
    @Override
    public String toString() {
        return "ClientDraft[...]";
    }
}
