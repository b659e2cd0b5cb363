package clinic.portal.core.booking;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A practitioner's appointments, for a calendar that subscribes to them by a secret address. */
public class PractitionerFeed {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final FeedKeys keys;
    private final Practitioners practitioners;
    private final DiaryEntries diary;
    private final Clinics clinics;
    private final Secrets secrets;
    private final CalendarFiles files;
    private final Clock clock;

    public PractitionerFeed(
            FeedKeys keys,
            Practitioners practitioners,
            DiaryEntries diary,
            Clinics clinics,
            Secrets secrets,
            CalendarFiles files,
            Clock clock) {
        this.keys = keys;
        this.practitioners = practitioners;
        this.diary = diary;
        this.clinics = clinics;
        this.secrets = secrets;
        this.files = files;
        this.clock = clock;
    }

    /** @return the secret of the new address, raw, this once; an earlier address is void */
    public String open(Viewer.Staff viewer, PractitionerId practitioner) {
        require(viewer.may(Right.CALENDAR_FEEDS), practitioner);
        String secret = secrets.token();
        keys.put(viewer.clinic(), practitioner, secrets.hash(secret));
        return secret;
    }

    public void close(Viewer.Staff viewer, PractitionerId practitioner) {
        require(viewer.may(Right.CALENDAR_FEEDS), practitioner);
        keys.remove(viewer.clinic(), practitioner);
    }

    /**
     * A month back, a year ahead. Holds treatments and the clients' initials: whoever has the address can read it, and
     * so can the calendar's maker.
     *
     * @throws NoSuchThing where nobody was given this secret, or it was voided
     */
    public String read(ClinicId clinicId, String secret) {
        PractitionerId practitioner = keys.find(clinicId, secrets.hash(secret)).orElseThrow(NoSuchThing::new);
        var clinic = clinics.find(clinicId).orElseThrow(NoSuchThing::new);
        var name = practitioners
                .find(clinicId, practitioner)
                .orElseThrow(NoSuchThing::new)
                .plan()
                .name();
        Instant now = clock.instant();
        var entries = diary.of(clinicId, practitioner, now.minus(BACK), now.plus(AHEAD)).stream()
                .map(each -> CalendarEntry.of(each, clinic, title(each), "", now))
                .toList();
        return files.write("%s, %s".formatted(name, clinic.name()), entries);
    }

    private void require(Viewer.Staff viewer, PractitionerId practitioner) {
        if (practitioners
                .find(viewer.clinic(), practitioner)
                .filter(found -> !found.plan().archived())
                .isEmpty()) {
            throw new NoSuchThing();
        }
    }

    private static String title(DiaryEntry entry) {
        String treatment = entry.treatment().name();
        // An erased client has no name.
        return entry.client().name().isBlank()
                ? treatment
                : "%s (%s)".formatted(treatment, initials(entry.client().name()));
    }

    private static String initials(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .map(part -> Character.toString(part.codePointAt(0)))
                .collect(Collectors.joining(". ", "", "."));
    }
}
