package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed as their e-mail address or phone number: just one of them. */
public record Claim(@Nullable String email, @Nullable String phone) {

    /** Of ISO 3166, for users' own use: no country's. */
    private static final String NOWHERE = "ZZ";

    /** @throws Invalid naming all that is wrong with it */
    Identifier read(Clinic clinic, PhoneNumbers numbers) {
        var wrong = new ArrayList<Violation>();
        if (email == null && phone == null) {
            wrong.add(new Violation("", "identifier_required", "Give an email or a phone."));
        }
        if (email != null && phone != null) {
            wrong.add(new Violation("", "one_identifier_only", "Give either an email or a phone, not both."));
        }
        var byEmail = email == null ? Optional.<Identifier>empty() : asEmail(email, wrong);
        var byPhone = phone == null ? Optional.<Identifier>empty() : asPhone(phone, clinic.country(), numbers, wrong);
        return byEmail.or(() -> byPhone).filter(found -> wrong.isEmpty()).orElseThrow(() -> new Invalid(wrong));
    }

    /**
     * Judges what can be judged of it before a clinic is known: all but a number that its country makes readable.
     *
     * @throws Invalid naming all that is wrong with it
     */
    void requireReadable(PhoneNumbers numbers) {
        var wrong = new ArrayList<Violation>();
        // Not &&: both are to be judged, and named at once.
        boolean readable = (email == null || asEmail(email, wrong).isPresent())
                & (phone == null
                        || !phone.strip().startsWith("+")
                        || asPhone(phone, NOWHERE, numbers, wrong).isPresent());
        if (!readable) {
            throw new Invalid(wrong);
        }
    }

    private static Optional<Identifier> asEmail(String typed, List<Violation> wrong) {
        var read = EmailAddress.read(typed).<Identifier>map(Identifier.Email::new);
        if (read.isEmpty()) {
            wrong.add(new Violation("/email", "invalid_email", "This is not an e-mail address."));
        }
        return read;
    }

    private static Optional<Identifier> asPhone(
            String typed, String country, PhoneNumbers numbers, List<Violation> wrong) {
        var read = numbers.read(typed, country).<Identifier>map(Identifier.Phone::new);
        if (read.isEmpty()) {
            wrong.add(new Violation("/phone", "invalid_phone", "This is not a phone number."));
        }
        return read;
    }

    /** Says nothing: what is personal does not get into a log by way of somebody's message (SECURITY P50). */
    @Override
    public String toString() {
        return "Claim[...]";
    }
}
