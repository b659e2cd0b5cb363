package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.Recipient;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.staff.Member;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever the other fakes know. Staff are known by e-mail only; everybody reads the clinic's language. */
public final class InMemoryRecipients implements Recipients {
    private record Wish(ClinicId clinic, Identifier identifier) {}

    private final InMemoryClinics clinics;
    private final InMemoryProfiles profiles;
    private final InMemoryMembers members;
    private final Set<Wish> optedOut = ConcurrentHashMap.newKeySet();

    public InMemoryRecipients(InMemoryClinics clinics, InMemoryProfiles profiles, InMemoryMembers members) {
        this.clinics = clinics;
        this.profiles = profiles;
        this.members = members;
    }

    public void optOut(ClinicId clinic, Identifier identifier) {
        optedOut.add(new Wish(clinic, identifier));
    }

    @Override
    public Optional<Recipient> find(ClinicId clinic, Audience audience, Identifier identifier) {
        return switch (audience) {
            case PORTAL ->
                profiles.of(clinic)
                        .filter(profile -> isKnownBy(profile, identifier))
                        .findFirst()
                        .map(profile ->
                                recipient(clinic, new Subject.OfClient(profile.id()), profile.name(), identifier));
            case STAFF ->
                members.of(clinic)
                        .filter(member -> isKnownBy(member, identifier))
                        .findFirst()
                        .map(member -> recipient(
                                clinic, new Subject.OfStaff(member.id(), member.role()), member.name(), identifier));
        };
    }

    private Recipient recipient(ClinicId clinic, Subject subject, String name, Identifier identifier) {
        var locale = clinics.find(clinic).map(Clinic::locale).orElse(Locale.ROOT);
        return new Recipient(subject, name, locale, optedOut.contains(new Wish(clinic, identifier)));
    }

    private static boolean isKnownBy(Profile profile, Identifier identifier) {
        return switch (identifier) {
            case Identifier.Email email -> email.address().equals(profile.email());
            case Identifier.Phone phone -> phone.number().equals(profile.phone());
        };
    }

    private static boolean isKnownBy(Member member, Identifier identifier) {
        return identifier.equals(new Identifier.Email(member.email()));
    }
}
