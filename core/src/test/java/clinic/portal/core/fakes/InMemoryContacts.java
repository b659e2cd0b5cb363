package clinic.portal.core.fakes;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.messaging.Contact;
import clinic.portal.core.messaging.Contacts;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever has a profile. Everybody reads the clinic's language. */
public final class InMemoryContacts implements Contacts {
    private record Wish(ClinicId clinic, ClientId client, Channel channel) {}

    private final Set<Wish> optedOut = ConcurrentHashMap.newKeySet();
    private final InMemoryProfiles profiles;
    private final Clinics clinics;

    public InMemoryContacts(InMemoryProfiles profiles, Clinics clinics) {
        this.profiles = profiles;
        this.clinics = clinics;
    }

    public void optOut(ClinicId clinic, ClientId client, Channel channel) {
        optedOut.add(new Wish(clinic, client, channel));
    }

    @Override
    public Optional<Contact> find(ClinicId clinic, ClientId client) {
        var locale = clinics.find(clinic).map(Clinic::locale).orElse(Locale.ROOT);
        return profiles.find(clinic, client)
                .map(profile -> new Contact(
                        profile.name(),
                        profile.email(),
                        profile.phone(),
                        locale,
                        optedOut.contains(new Wish(clinic, client, Channel.EMAIL)),
                        optedOut.contains(new Wish(clinic, client, Channel.SMS))));
    }
}
