package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.PhoneNumbers;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a link may go out. */
public record LinkRules(LinkLimits limits, PhoneNumbers numbers) {

    Optional<HoldReason> check(
            Clinic clinic, LinkRequest request, Optional<Recipient> recipient, Supplier<LinkHistory> history) {
        if (request.age().compareTo(LoginLinks.LIFE) > 0) {
            return Optional.of(HoldReason.TOO_LATE);
        }
        return standing(clinic, request, recipient).or(() -> limits.check(request.identifier(), history.get()));
    }

    /** What can change between two attempts at sending, hence asked before each. */
    Optional<HoldReason> standing(Clinic clinic, LinkRequest request, Optional<Recipient> recipient) {
        if (request.audience() == Audience.PORTAL && !clinic.portalOn()) {
            return Optional.of(HoldReason.PORTAL_OFF);
        }
        if (recipient.isEmpty()) {
            return Optional.of(HoldReason.UNKNOWN_RECIPIENT);
        }
        if (recipient.get().optedOut()) {
            return Optional.of(HoldReason.OPTED_OUT);
        }
        if (request.identifier() instanceof Identifier.Phone
                && !clinic.channels().sms()) {
            return Optional.of(HoldReason.SMS_OFF);
        }
        if (request.identifier() instanceof Identifier.Phone phone && !allowed(clinic, phone, numbers)) {
            return Optional.of(HoldReason.NUMBER_NOT_ALLOWED);
        }
        return Optional.empty();
    }

    /** Mobiles in the clinic's own regions only: everything else is what SMS pumping is made of (SECURITY S10). */
    static boolean allowed(Clinic clinic, Identifier.Phone phone, PhoneNumbers numbers) {
        var facts = numbers.factsOf(phone.number());
        return facts.mobile() && clinic.smsRegions().contains(facts.region());
    }
}
