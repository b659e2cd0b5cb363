package clinic.portal.core.fakes;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientFile.Proven;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Whoever has a profile, with what the staff know besides. Names and addresses are searched as they are, by words. */
public final class InMemoryClients implements Clients {
    private record Key(ClinicId clinic, ClientId client) {}

    private record More(
            @Nullable Locale locale, boolean noEmail, boolean noSms, Proven proven, Instant createdAt, int version) {}

    private final Map<Key, More> more = new ConcurrentHashMap<>();
    private final List<ClientId> shutOut = new CopyOnWriteArrayList<>();
    private final InMemoryProfiles profiles;
    private final Clinics clinics;
    private final Clock clock;

    public InMemoryClients(InMemoryProfiles profiles, Clinics clinics, Clock clock) {
        this.profiles = profiles;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Whose sessions and links were ended. */
    public List<ClientId> shutOut() {
        return List.copyOf(shutOut);
    }

    @Override
    public Page<ClientFile> list(ClinicId clinic, @Nullable String search, PageRequest page) {
        var found = profiles.of(clinic)
                .filter(known -> !profiles.isSample(known))
                .filter(known -> search == null
                        || Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                                .allMatch(word -> matches(known, word)))
                .map(known -> file(clinic, known));
        return Keyset.byName(found, page, ClientFile::cursor);
    }

    @Override
    public Optional<ClientFile> find(ClinicId clinic, ClientId client) {
        return profiles.find(clinic, client)
                .filter(known -> !profiles.isSample(known))
                .map(known -> file(clinic, known));
    }

    @Override
    public void add(ClinicId clinic, ClientFile client) {
        put(clinic, client);
    }

    @Override
    public synchronized boolean replace(ClinicId clinic, ClientFile client) {
        boolean current = find(clinic, client.id())
                .filter(known -> known.version() == client.version() - 1)
                .isPresent();
        if (current) {
            put(clinic, client);
        }
        return current;
    }

    @Override
    public Optional<ClientId> holderOf(ClinicId clinic, EmailAddress email) {
        return profiles.of(clinic)
                .filter(known ->
                        email.equals(known.email()) && proven(clinic, known).email())
                .map(Profile::id)
                .findFirst();
    }

    @Override
    public Optional<ClientId> holderOf(ClinicId clinic, PhoneNumber phone) {
        return profiles.of(clinic)
                .filter(known ->
                        phone.equals(known.phone()) && proven(clinic, known).phone())
                .map(Profile::id)
                .findFirst();
    }

    @Override
    public void endAccess(ClinicId clinic, ClientId client) {
        shutOut.add(client);
    }

    void put(ClinicId clinic, ClientFile client) {
        var details = client.details();
        more.put(
                new Key(clinic, client.id()),
                new More(
                        details.locale(),
                        details.noEmail(),
                        details.noSms(),
                        client.proven(),
                        client.createdAt(),
                        client.version()));
        profiles.put(clinic, new Profile(client.id(), details.name(), details.email(), details.phone()));
    }

    private ClientFile file(ClinicId clinic, Profile known) {
        var rest = more.computeIfAbsent(
                new Key(clinic, known.id()), key -> new More(null, false, false, asEntered(known), clock.instant(), 0));
        return new ClientFile(
                known.id(),
                new Details(known.name(), known.email(), known.phone(), rest.locale, rest.noEmail, rest.noSms),
                rest.proven,
                rest.createdAt,
                clinics.find(clinic).map(Clinic::zone).orElse(ZoneId.of("UTC")),
                rest.version);
    }

    private Proven proven(ClinicId clinic, Profile known) {
        return file(clinic, known).proven();
    }

    private Proven asEntered(Profile known) {
        boolean vouched = !profiles.isGuest(known.id());
        return new Proven(vouched && known.email() != null, vouched && known.phone() != null);
    }

    private static boolean matches(Profile known, String word) {
        var email = known.email();
        var phone = known.phone();
        return Arrays.stream(known.name().toLowerCase(Locale.ROOT).split("\\s+"))
                        .anyMatch(each -> each.startsWith(word))
                || (email != null && email.value().startsWith(word))
                || (phone != null && word.length() >= 3 && phone.value().endsWith(word));
    }
}
